package dev.keywright.runtime;

/** How the handler of an admitted exchange ended. */
public enum Outcome {

    /** It answered with a status below 400. */
    SUCCEEDED,

    /** It refused the caller itself, with 401 or 403. */
    REFUSED,

    /** It answered with any other status from 400, or threw. */
    FAILED;

    /** The outcome that an HTTP status stands for. */
    public static Outcome ofStatus(int status) {
        if (status == 401 || status == 403) {
            return REFUSED;
        }
        return status >= 400 ? FAILED : SUCCEEDED;
    }
}
