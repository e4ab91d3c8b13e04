package dev.keywright.runtime;

import java.io.IOException;

/** The body is larger than the endpoint takes. The answer is 413. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(String message) {
        super(message);
    }
}
