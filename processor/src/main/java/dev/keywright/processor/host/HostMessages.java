package dev.keywright.processor.host;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.TraceStep;

/** What the analyzer's hosts say to a user inside a compilation. */
public final class HostMessages {

    /** Messages are split at {@code \n}: javac and Maven break lines there on every platform. */
    private static final String NEXT_LINE = "\n    ";

    private HostMessages() {}

    /** A finding as the compiler shows it: the sentence, and the value's way in lines of its own. */
    public static String finding(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append('[').append(finding.rule()).append("] ").append(finding.message());
        text.append(" (docs: rules/").append(finding.rule()).append(".md)");
        for (TraceStep step : finding.trace()) {
            text.append(NEXT_LINE)
                    .append(fileName(step.location().path()))
                    .append(':')
                    .append(step.location().start().line())
                    .append(": ")
                    .append(step.text());
        }
        return text.toString();
    }

    /** The one note that tells a build with checks from one without. */
    public static String active(int rules) {
        return "Keywright: " + rules + " rules active";
    }

    /** Names the file and where it happened; an exception's own message may hold source text, and with it a secret. */
    public static String crash(String file, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return "Keywright could not analyse " + file + " (" + thrown.getClass().getName() + where
                + "); the build goes on without its findings. Please report this with the file.";
    }

    /** The compiler itself failed, where it was asked for types before its own time. */
    public static String compilerBroke(String file, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return "Keywright did not analyse " + file + ": the compiler failed on it ("
                + thrown.getClass().getName() + where + "). Mend its syntax errors first.";
    }

    /** As {@link #crash}, for what the analyzer has contained and put into words itself. */
    public static String contained(String file, String text) {
        return "Keywright, in " + file + ": " + text;
    }

    /** A compiler that does not say what it compiles. */
    public static String noSource(String type) {
        return "Keywright could not read the source of " + type + " from this compiler and did not analyse it.";
    }

    /** A finding that cannot be shown at its place. */
    public static String atLine(Location at, String message) {
        return "line " + at.start().line() + ", column " + at.start().column() + ": " + message;
    }

    public static String badSettings(String problems) {
        return "Keywright's configuration cannot be used, so none of it holds:" + NEXT_LINE
                + problems.replace(System.lineSeparator(), NEXT_LINE);
    }

    /** An annotated class that nothing guards. */
    public static String missingGuard(String type, String annotation) {
        return "@" + annotation + " protects nothing here: " + type
                + " has no guard, since Keywright's annotation processor"
                + " did not run. Put keywright-processor on the processor path (Maven: <annotationProcessorPaths>; Gradle:"
                + " annotationProcessor; javac: -processorpath), or, if it stands on the class path, pass -proc:full, which"
                + " JDK 23 and newer need for that. Where the compiler reports a mistake of its own, such as a method that is there"
                + " twice, mend that first: until then it runs no processor.";
    }

    /** As {@link #missingGuard}, once that was said in full. */
    public static String alsoMissingGuard(String type, String annotation) {
        return "@" + annotation + " protects nothing here: " + type + " has no guard either.";
    }

    /** An annotation on a local or anonymous class, or on a method of one. */
    public static String localGuard(String annotation) {
        return "@" + annotation + " protects nothing here: annotation processing does not see local and anonymous"
                + " classes, so no guard is written and nothing enforces it; move it to a member or top-level class.";
    }

    /** A local or anonymous class that inherits an annotation. */
    public static String localHeir(String annotation) {
        return "This class inherits @" + annotation + ", and nothing enforces it: annotation processing does not see"
                + " local and anonymous classes, so no guard is written; make it a member or top-level class.";
    }

    /** Code that is nested too deeply to be read; {@code guards} when an annotation that asks for a guard stands in it. */
    public static String unread(int deepest, boolean guards) {
        String what = "Lambdas and anonymous classes more than " + deepest
                + " deep inside one another are not read: what begins here was not analysed";
        return guards
                ? what
                        + ", and Keywright's annotations in it protect nothing; move the class that bears them out of there."
                : what + ".";
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
