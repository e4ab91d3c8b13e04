package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.finding.Own;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** What this front end says to a user. */
final class Messages {

    static final String NO_SUCH_FILE = "there is no such file";
    static final String NOT_A_JAR = "it is not a jar, or a damaged one";
    static final String TOO_DEEP = "it is nested too deeply to be analysed";
    static final String TOO_LONG = "its parse took too long and was ended";
    static final String NOT_PARSED = "no part of it could be parsed";
    static final String SKIPPED_LAMBDA =
            "lambdas or anonymous classes are nested too deeply here; the innermost were not analysed";

    private Messages() {}

    static String unreadable(Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return NO_SUCH_FILE;
        }
        return "it cannot be read"
                + (cause instanceof IOException && cause.getMessage() != null ? ": " + cause.getMessage() : "");
    }

    static String tooLarge(long size, long limit) {
        return "it is larger (" + size + " bytes) than the " + limit + " bytes that are analysed";
    }

    static String crashed(Throwable cause) {
        return "the front end failed on it (" + cause.getClass().getName() + Own.frame(cause) + "); please report this";
    }
}
