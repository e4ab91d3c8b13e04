package dev.keywright.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads a key from standard input or a prompt, since arguments are seen by every process of the machine. */
final class KeyInput {

    private static final int LONGEST = 4_096;

    private KeyInput() {}

    static String read() throws UsageException {
        Console console = Terminal.isInteractive() ? System.console() : null;
        if (console != null) {
            char[] typed = console.readPassword(Messages.ASK_KEY);
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            StringBuilder line = new StringBuilder();
            // No longer than any key: whatever else comes is none.
            for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST; c = in.read()) {
                line.append((char) c);
            }
            return line.toString().strip();
        } catch (IOException e) {
            throw new UsageException(Messages.NO_KEY_READ);
        }
    }
}
