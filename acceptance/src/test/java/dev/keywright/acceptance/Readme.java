package dev.keywright.acceptance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The snippets of the README, so that what a user copies from it is what is tested. */
final class Readme {

    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: ([a-z0-9-]+) -->\\s*```[a-z]*\\n(.*?)\\n```", Pattern.DOTALL);

    private Readme() {}

    static String snippet(String name) {
        Matcher matcher = SNIPPET.matcher(Build.read("README.md"));
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2).replace("0.1.0-SNAPSHOT", Build.version());
            }
        }
        throw new AssertionError("The README has no snippet named " + name);
    }
}
