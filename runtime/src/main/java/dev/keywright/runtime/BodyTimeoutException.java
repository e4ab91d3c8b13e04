package dev.keywright.runtime;

import java.io.IOException;

/** The body did not arrive before the read deadline. The answer is 408. */
public final class BodyTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTimeoutException(String message) {
        super(message);
    }
}
