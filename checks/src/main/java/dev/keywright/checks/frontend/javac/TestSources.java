package dev.keywright.checks.frontend.javac;

import java.util.regex.Pattern;

/** Test code, by the folders in which builds keep it. */
public final class TestSources {

    private static final Pattern FOLDER = Pattern.compile(
            "(^|/)(src/([a-z]+[Tt]est|test|it|androidTest|testFixtures|jmh)|generated-test-sources|test-annotations)/");

    private TestSources() {}

    /** Whether a path with forward slashes lies in a folder for test code. */
    public static boolean isTest(String path) {
        return FOLDER.matcher(path).find();
    }
}
