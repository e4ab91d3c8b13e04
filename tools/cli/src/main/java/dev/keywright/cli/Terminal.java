package dev.keywright.cli;

import java.io.Console;

/** Whether a person is watching. */
final class Terminal {

    private Terminal() {}

    /** Whether output goes to a terminal. Since Java 22 there is a console also when there is none; it must be asked. */
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // before Java 22 the console is there only on a terminal
        }
    }

    /** Whether colours are welcome; see no-color.org. */
    static boolean wantsColours() {
        String refused = System.getenv("NO_COLOR");
        return isInteractive() && (refused == null || refused.isEmpty());
    }
}
