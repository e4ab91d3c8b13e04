package dev.keywright.checks.flow;

/** Facts about a value besides the secrets in it. */
public enum Flag {
    /** A caller may have chosen it: it came with a request or a message. */
    PRESENTED,
    /** Made by a generator that can be predicted. */
    WEAK_RANDOM,
    /** Made by a generator that is good enough for secrets, or put together with something that nobody guesses. */
    STRONG_RANDOM,
    /** Made of literals alone. */
    LITERAL,
    /** All headers or parameters of a request, credentials among them. */
    REQUEST_MAP,
    /** May be {@code null}, as written in the source. */
    NULL,
    /** Masked, counted, tested or encrypted: nothing of what went in can be read in it. */
    CLEAN,
    /** The program's own state: a field. */
    STATE,
    /** What a configuration, the environment or a store gave. */
    CONFIGURED,
    /** An enum's constant. */
    ENUM,
    /** Where an answer is written: what is printed there, a caller reads. */
    ANSWER,
    /** A stream that leads to a peer: what is printed there is sent, not logged. */
    WIRE,
    /** A web address or a text of many values, or a part cut from one: whatever secret is in it is not the whole of it. */
    ASSEMBLED,
    /** Where the first separator stands in a text. */
    POSITION,
    /** A place a few characters before the end of a text. */
    TAIL,
    /** A constant that somebody outside of what is read here may replace: a setting's default, an overridable method's answer. */
    OPEN,
    /** A list whose elements are known, each at its index. */
    ORDERED,
    /** An object or container that somebody else has been given: what is known of its inside may not be all. */
    HANDED,
    /** A fresh array that nobody has filled: zeros. */
    BLANK,
    /** The second part of what was cut at its dots: of a signed token, what it claims. */
    CLAIMS,
    /** An object that was made here, and whose every change was seen. */
    MADE,
    /** Settings or the like in which something was overwritten with a mask: what is left in them may be seen. */
    MASKED,
    /** On one path a literal that looks like a secret, on another something else. */
    WRITTEN;

    int bit() {
        return 1 << ordinal();
    }
}
