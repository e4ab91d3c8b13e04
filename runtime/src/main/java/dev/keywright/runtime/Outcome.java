package dev.keywright.runtime;

/** How the handler of an admitted exchange ended. */
public enum Outcome {

    /** It answered with a status from 200 to 299. */
    SUCCEEDED,

    /** It answered with a redirect, which does not tell whether it did what was asked. */
    REDIRECTED,

    /** It refused the caller itself, with 401 or 403. */
    REFUSED,

    /** It answered with any other status from 400, threw, or did not answer. */
    FAILED;

    /** The outcome that an HTTP status stands for; one below 200 is that of a handler which never answered. */
    public static Outcome ofStatus(int status) {
        if (status == 401 || status == 403) {
            return REFUSED;
        }
        if (status >= 400 || status < 200) {
            return FAILED;
        }
        return status >= 300 ? REDIRECTED : SUCCEEDED;
    }
}
