package dev.keywright.runtime.key;

/** A change of keys that makes no sense as asked; nothing was changed. The message is for people and holds no key. */
public final class KeyRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is wrong with the change. */
    public enum Why {
        /** There is no key with this id. */
        UNKNOWN_ID,
        /** There is one with this id, or with this digest, already. */
        DUPLICATE,
        /** The key is not valid now, so nothing can take its place. */
        NOT_VALID,
        /** Another key takes this one's place already. */
        ALREADY_ROTATED,
        /** The store holds as many keys as it can. */
        STORE_FULL
    }

    public KeyRefusedException(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** What is wrong with the change. */
    public Why why() {
        return why;
    }
}
