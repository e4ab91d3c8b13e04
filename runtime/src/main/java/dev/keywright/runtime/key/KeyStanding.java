package dev.keywright.runtime.key;

/** How a key stands at a moment, whatever its scopes and networks. */
public enum KeyStanding {
    /** It may be used. */
    VALID,
    /** Its time has not come. */
    NOT_YET_VALID,
    /** Its time is over. */
    EXPIRED,
    /** It was taken back. */
    REVOKED
}
