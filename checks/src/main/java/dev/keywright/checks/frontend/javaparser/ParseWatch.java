package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.JavaParser;
import com.github.javaparser.Token;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends parses whose time is up.
 *
 * <p>JavaParser looks ahead with full backtracking: constructs that hold statements inside expressions (lambdas, anonymous
 * classes, switches) take time that multiplies with each level, and nothing in it can be interrupted. What it works on can be
 * taken from it, though: when the time is up each token that it has read turns into the end of the file, and the list of them
 * is cut after each. Looking ahead from any of them again ends in a NullPointerException, which {@link JavaParser} turns into
 * a problem, and whatever else is tried fails at once. Nothing goes on behind the scenes.
 *
 * <p>One watch serves all threads of a parse. Closing it ends its thread.
 */
final class ParseWatch implements AutoCloseable {

    private static final int END_OF_FILE = 0;
    private static final long TICK_MILLIS = 50;

    private final long millis;
    private final long perMillion;
    private final List<Parse> running = new ArrayList<>();
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * @param millis the time that any parse has
     * @param perMillion what it has besides for a million characters, in milliseconds
     */
    ParseWatch(long millis, long perMillion) {
        this.millis = millis;
        this.perMillion = perMillion;
    }

    /** One file's parse, from its begin until it is closed. */
    final class Parse implements AutoCloseable {

        private final Object parser;
        private final long deadline;
        private boolean over;

        private Parse(Object parser, long deadline) {
            this.parser = parser;
            this.deadline = deadline;
        }

        /** Whether the time is up; what the parser answers from then on means nothing. */
        boolean over() {
            synchronized (running) {
                over |= System.nanoTime() - deadline > 0;
                return over;
            }
        }

        @Override
        public void close() {
            synchronized (running) {
                running.remove(this);
            }
        }
    }

    /** Starts the clock. The parser must have parsed something before, be it nothing, and be used by this thread alone. */
    Parse watch(JavaParser parser, int length) {
        long budget = millis + length * perMillion / 1_000_000;
        Parse parse = new Parse(Inside.of(parser), System.nanoTime() + budget * 1_000_000);
        synchronized (running) {
            running.add(parse);
            if (thread == null && !closed) {
                thread = new Thread(this::tick, "keywright-parse-watch");
                thread.setDaemon(true);
                thread.start();
            }
        }
        return parse;
    }

    private void tick() {
        synchronized (running) {
            while (!closed) {
                for (Parse parse : running) {
                    if (parse.over()) {
                        Inside.end(parse.parser);
                    }
                }
                try {
                    running.wait(TICK_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (running) {
            closed = true;
            running.notifyAll();
        }
    }

    /** The generated parser inside a {@link JavaParser}, which has no door: this version's fields, which the build pins. */
    private static final class Inside {

        private static final Field PARSER;
        private static final Field TOKEN;

        static {
            try {
                PARSER = JavaParser.class.getDeclaredField("astParser");
                PARSER.setAccessible(true);
                TOKEN = PARSER.getType().getField("token");
                TOKEN.setAccessible(true);
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }

        static Object of(JavaParser parser) {
            try {
                return PARSER.get(parser);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        /**
         * Tokens that are read meanwhile are caught at the next tick. The parser's thread sees the writes without a lock: it
         * reads the fields anew through the calls that it is made of.
         */
        static void end(Object parser) {
            try {
                Token token = (Token) TOKEN.get(parser);
                while (token != null) {
                    Token next = token.next;
                    token.kind = END_OF_FILE;
                    token.next = null;
                    token = next;
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
