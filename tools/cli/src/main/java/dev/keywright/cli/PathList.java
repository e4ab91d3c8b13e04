package dev.keywright.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Several paths in one argument, as class paths are written: separated by what the platform separates them by. */
final class PathList {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private PathList() {}

    /** Its entries in their order; blank ones name nothing. */
    static List<Path> of(String text) {
        return SEPARATOR
                .splitAsStream(text)
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }
}
