package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text → syntax tree, as much of it as parses. Used by one thread. */
final class UnitParser {

    /**
     * A parsed file.
     *
     * @param text what was parsed: the file's text with escapes translated and broken parts blanked out
     * @param offsets for each offset of it that of the file's text; null when they are the same
     * @param problem what is wrong with it, null when all of it was parsed
     * @param line where, from 1
     */
    record Parsed(
            CompilationUnit unit,
            String text,
            int @Nullable [] offsets,
            @Nullable String problem,
            int line) {}

    /** A parse whose time was up. */
    static final class OutOfTime extends Exception {

        private static final long serialVersionUID = 1L;

        private OutOfTime() {
            super(null, null, false, false);
        }
    }

    private final int languageLevel;
    private final ParseWatch watch;
    private @Nullable JavaParser made;

    UnitParser(int languageLevel, ParseWatch watch) {
        this.languageLevel = languageLevel;
        this.watch = watch;
    }

    /** Made by the first text: most files are parsed once, and the second pass has no text to parse. */
    private JavaParser parser() {
        JavaParser parser = made;
        if (parser == null) {
            parser = new JavaParser(configuration(languageLevel));
            parser.parse(""); // makes what the watch looks at
            made = parser;
        }
        return parser;
    }

    private static ParserConfiguration configuration(int languageLevel) {
        ParserConfiguration configuration = new ParserConfiguration();
        configuration.setLanguageLevel(level(languageLevel));
        configuration.setAttributeComments(false);
        configuration.setDetectOriginalLineSeparator(false);
        configuration.setLexicalPreservationEnabled(false);
        configuration.setTabSize(1);
        // They check what the level forbids, which is a compiler's work, and translate escapes with positions that are
        // off.
        configuration.getProcessors().clear();
        return configuration;
    }

    /** The newest level up to the one asked for that the parser has; 0 is the newest. */
    private static LanguageLevel level(int release) {
        LanguageLevel found = LanguageLevel.JAVA_8;
        for (LanguageLevel level : LanguageLevel.values()) {
            String name = level.name().toUpperCase(Locale.ROOT);
            if (name.matches("JAVA_\\d+") && !name.equals("JAVA_1")) {
                int number = Integer.parseInt(name.substring(5));
                if (number >= 8 && (release == 0 || number <= release)) {
                    found = level;
                }
            }
        }
        return found;
    }

    Parsed parse(String text) throws OutOfTime {
        JavaParser parser = parser();
        try (ParseWatch.Parse time = watch.watch(parser, text.length())) {
            return parse(text, parser, time);
        }
    }

    private Parsed parse(String text, JavaParser parser, ParseWatch.Parse time) throws OutOfTime {
        UnicodeEscapes escapes = UnicodeEscapes.translate(text);
        String readable = Recovery.withoutDeepLambdas(escapes.text());
        String problem = readable.equals(escapes.text()) ? null : Messages.SKIPPED_LAMBDA;
        int line = 1;
        for (int step = 0; ; step++) {
            ParseResult<CompilationUnit> result = parser.parse(readable);
            if (time.over()) {
                throw new OutOfTime();
            }
            Problem first =
                    result.getProblems().isEmpty() ? null : result.getProblems().get(0);
            if (first != null && problem == null) {
                problem = summary(first);
                line = begin(first).map(range -> range.begin.line).orElse(1);
            }
            CompilationUnit unit = result.getResult().orElse(null);
            if (unit != null && unit.getParsed() != Node.Parsedness.UNPARSABLE) {
                return new Parsed(unit, readable, escapes.offsets(), problem, line);
            }
            String next = first == null || step >= Recovery.MOST_STEPS
                    ? null
                    : Recovery.withoutErrorAt(readable, offset(readable, first));
            if (next == null) {
                return new Parsed(
                        new CompilationUnit(),
                        readable,
                        escapes.offsets(),
                        problem == null ? Messages.NOT_PARSED : problem,
                        line);
            }
            readable = next;
        }
    }

    private static Optional<Range> begin(Problem problem) {
        return problem.getLocation().flatMap(TokenRange::toRange);
    }

    private static int offset(String text, Problem problem) {
        Range range = begin(problem).orElse(null);
        if (range == null) {
            return text.length();
        }
        int[] starts = dev.keywright.checks.ir.SourceFile.lineStarts(text);
        int index = Math.min(Math.max(0, range.begin.line - 1), starts.length - 1);
        return Math.min(text.length(), starts[index] + Math.max(0, range.begin.column - 1));
    }

    private static String summary(Problem problem) {
        String message = problem.getMessage();
        int end = message.indexOf(", expected");
        int lineEnd = message.indexOf('\n');
        int cut = end < 0 ? lineEnd : lineEnd < 0 ? end : Math.min(end, lineEnd);
        String first = cut < 0 ? message : message.substring(0, cut);
        return first.length() > 200 ? first.substring(0, 200) : first;
    }

    /** Lets go of the tokens, which take more memory than the tree. */
    static void dropTokens(CompilationUnit unit) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(unit);
        while (!open.isEmpty()) {
            Node node = open.pop();
            Range range = node.getRange().orElse(null);
            node.setTokenRange(null);
            node.setRange(range);
            node.getChildNodes().forEach(open::push);
        }
    }
}
