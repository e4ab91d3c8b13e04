package com.acme.audit.support;

import java.time.Instant;

/** The tool's own logger, in a file of its own. */
public final class Console {
    private Console() {}

    public static void say(String line) {
        emit("INFO", line);
    }

    private static void emit(String level, String line) {
        System.out.println(Instant.now() + " " + level + " " + line);
    }
}
