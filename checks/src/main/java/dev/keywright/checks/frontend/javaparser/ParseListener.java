package dev.keywright.checks.frontend.javaparser;

/** Hears how a parse goes. Called from several threads at once. */
public interface ParseListener {

    /** Does nothing. */
    ParseListener NONE = new ParseListener() {};

    /** A file is done, well or not; {@code done} counts from 1 to {@code total}. */
    default void fileDone(String path, int done, int total) {}

    /** A file, or a class path entry, could not be read or analysed at all. The rest still is. */
    default void unreadable(String path, String reason) {}

    /** A part of a file could not be parsed, and was left out; {@code line} is from 1. */
    default void syntaxError(String path, int line, String message) {}
}
