package dev.keywright.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Runs commands in this process and keeps what they say. */
final class Cli {

    private String out = "";
    private String err = "";

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    int run(String... arguments) {
        StringWriter outWriter = new StringWriter();
        StringWriter errWriter = new StringWriter();
        int status = Main.run(new PrintWriter(outWriter), new PrintWriter(errWriter), arguments);
        out = outWriter.toString();
        err = errWriter.toString();
        return status;
    }

    int runWithInput(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
