package dev.keywright.runtime;

import java.io.IOException;

/** The process holds as many captured bodies as it may. The answer is 503. */
public final class BodyBudgetException extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyBudgetException(String message) {
        super(message);
    }
}
