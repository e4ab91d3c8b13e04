package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns Java sources of any kind into {@code ir}, without a compiler: broken files as far as they parse, classes that are
 * nowhere to be found by what the imports say. Types come from the sources themselves, the class path when one is given, and
 * the running JDK; no scanned class is ever loaded.
 *
 * <p>Thread-safe and reusable; each parse makes a program of its own. A file that cannot be read, or that is larger than the
 * limit, is told to the {@link ParseListener} and is in the program, empty and not {@linkplain SourceFile#complete()
 * complete}.
 */
public final class JavaParserFrontEnd {

    /** A generated file of a million characters parses in a second or two; other work may want the machine too. */
    private static final long MILLIS_PER_MILLION = 60_000;

    private final List<Path> classPath;
    private final int languageLevel;
    private final int threads;
    private final long largestFile;
    private final long keptCharacters;
    private final long parseMillis;
    private final ParseListener listener;

    private JavaParserFrontEnd(Builder builder) {
        this.classPath = List.copyOf(builder.classPath);
        this.languageLevel = builder.languageLevel;
        this.threads = builder.threads;
        this.largestFile = builder.largestFile;
        this.keptCharacters = builder.keptCharacters;
        this.parseMillis = builder.parseMillis;
        this.listener = builder.listener;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** How many lambdas with blocks and anonymous classes inside one another are read. */
    public static int deepestNesting() {
        return Recovery.DEEPEST_LAMBDA;
    }

    /** The parts of a text that are not read because they are nested too deeply, in order; none where all is read. */
    public static List<Span> unread(String text) {
        String readable = Recovery.withoutDeepLambdas(text);
        List<Span> unread = new ArrayList<>(0);
        int from = -1;
        for (int i = 0; i < text.length() && readable != text; i++) {
            boolean same = text.charAt(i) == readable.charAt(i);
            if (!same && from < 0) {
                from = i;
            }
            // What is blank in both says nothing: the part goes on to the next letter that was read.
            if (same && from >= 0 && !Character.isWhitespace(text.charAt(i))) {
                unread.add(new Span(from, i));
                from = -1;
            }
        }
        return unread;
    }

    /** How a front end is made. Not thread-safe. */
    public static final class Builder {

        private List<Path> classPath = List.of();
        private int languageLevel;
        private int threads = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
        private long largestFile = 32L << 20;
        private long keptCharacters = 6L << 20;
        private long parseMillis = 20_000;
        private ParseListener listener = ParseListener.NONE;

        private Builder() {}

        /** Jars and folders of class files; they are read, never loaded. */
        public Builder classPath(List<Path> paths) {
            classPath = paths;
            return this;
        }

        /** The Java release the sources are written for, as 17; 0, the default, for the newest that is known. */
        public Builder languageLevel(int release) {
            languageLevel = release;
            return this;
        }

        /** At least 1; one per processor, at most 8, unless set. */
        public Builder threads(int count) {
            threads = Math.max(1, count);
            return this;
        }

        /** Files above so many bytes are not read; 32 MiB unless set. */
        public Builder largestFile(long bytes) {
            largestFile = bytes;
            return this;
        }

        /**
         * How much source text may keep its syntax tree between the two passes, in characters; 6 Mi unless set, which are
         * about 150 MiB of trees. Files beyond it are parsed twice.
         */
        public Builder keptCharacters(long characters) {
            keptCharacters = characters;
            return this;
        }

        /**
         * How long the parse of a file may take; 20 seconds unless set, which is a thousand times what it does take. Long
         * files get more: another minute for each million characters. What takes longer is told to the listener as
         * unreadable, and its file is in the program, empty and {@linkplain Program#outOfTime said to be out of time}.
         */
        public Builder parseTime(Duration time) {
            parseMillis = time.toMillis();
            return this;
        }

        public Builder listener(ParseListener parseListener) {
            listener = parseListener;
            return this;
        }

        public JavaParserFrontEnd build() {
            return new JavaParserFrontEnd(this);
        }
    }

    /**
     * Parses files.
     *
     * @param base paths are told relative to it, with forward slashes; files elsewhere keep their own path
     */
    public Program parse(List<Path> files, Path base) {
        List<Source> sources = new ArrayList<>(files.size());
        for (Path file : files) {
            sources.add(new Source(relative(file, base), file, null));
        }
        return parse(sources);
    }

    /** Parses texts; the keys are their paths, with forward slashes. */
    public Program parse(Map<String, String> texts) {
        List<Source> sources = new ArrayList<>(texts.size());
        texts.forEach((path, text) -> sources.add(new Source(path, null, text)));
        return parse(sources);
    }

    private static String relative(Path file, Path base) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) && !absolute.equals(root) ? root.relativize(absolute) : file;
        return shown.toString().replace('\\', '/');
    }

    private record Source(
            String path, @Nullable Path file, @Nullable String text) {}

    private Program parse(List<Source> sources) {
        PathClassFiles files = classPath.isEmpty()
                ? null
                : new PathClassFiles(classPath, (path, reason) -> listener.unreadable(path.toString(), reason));
        Classes classes = new Classes(files);
        Hierarchy hierarchy = new Hierarchy(classes);
        int count = sources.size();
        @Nullable FileJob[] jobs = new FileJob[count];
        @Nullable SourceFile[] converted = new SourceFile[count];
        @Nullable List<TypeDecl>[] unlisted = newLists(count);
        AtomicLong kept = new AtomicLong();
        Set<Integer> late = ConcurrentHashMap.newKeySet();
        Set<Integer> cut = ConcurrentHashMap.newKeySet();
        Workers workers = new Workers(threads);
        try (ParseWatch watch = new ParseWatch(parseMillis, MILLIS_PER_MILLION)) {
            workers.run(count, () -> {
                UnitParser parser = new UnitParser(languageLevel, watch);
                return index -> {
                    try {
                        jobs[index] = declare(sources.get(index), parser, hierarchy, kept);
                    } catch (UnitParser.OutOfTime e) {
                        tooLong(sources.get(index), index, late);
                    }
                };
            });
            AtomicInteger done = new AtomicInteger();
            workers.run(count, () -> {
                UnitParser parser = new UnitParser(languageLevel, watch);
                return index -> {
                    FileJob job = jobs[index];
                    jobs[index] = null;
                    List<TypeDecl> found = new ArrayList<>();
                    if (job != null) {
                        try {
                            converted[index] = convert(job, parser, hierarchy, found);
                            unlisted[index] = found;
                            if (job.typesCut()) {
                                cut.add(index);
                            }
                        } catch (UnitParser.OutOfTime e) {
                            tooLong(sources.get(index), index, late);
                        }
                    }
                    listener.fileDone(sources.get(index).path(), done.incrementAndGet(), count);
                };
            });
        }
        Program program = assemble(sources, converted, unlisted, classes);
        late.forEach(index -> program.markOutOfTime(program.files().get(index)));
        cut.forEach(index -> program.markTypesCut(program.files().get(index)));
        return program;
    }

    private void tooLong(Source source, int index, Set<Integer> late) {
        late.add(index);
        listener.unreadable(source.path(), Messages.TOO_LONG);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable List<TypeDecl>[] newLists(int count) {
        return new List[count];
    }

    private static Program assemble(
            List<Source> sources,
            @Nullable SourceFile[] converted,
            @Nullable List<TypeDecl>[] unlisted,
            Classes classes) {
        List<SourceFile> all = new ArrayList<>(converted.length);
        for (int i = 0; i < converted.length; i++) {
            SourceFile file = converted[i];
            if (file == null) {
                file = FileJob.empty(sources.get(i).path(), "");
            }
            all.add(file);
        }
        Program program = new Program(all, classes);
        for (int i = 0; i < converted.length; i++) {
            List<TypeDecl> found = unlisted[i];
            if (found != null) {
                for (TypeDecl type : found) {
                    program.add(type, all.get(i));
                }
            }
        }
        return program;
    }

    private @Nullable FileJob declare(Source source, UnitParser parser, Hierarchy hierarchy, AtomicLong kept)
            throws UnitParser.OutOfTime {
        try {
            String text = source.text() != null ? source.text() : read(source);
            if (text == null) {
                return null;
            }
            UnitParser.Parsed parsed = parser.parse(text);
            if (parsed.problem() != null) {
                listener.syntaxError(source.path(), parsed.line(), parsed.problem());
            }
            FileJob job = FileJob.declare(source.path(), text, parsed, hierarchy);
            if (kept.addAndGet(text.length()) > keptCharacters) {
                job.dropTree();
            } else {
                job.dropTokens();
            }
            return job;
        } catch (StackOverflowError e) {
            listener.unreadable(source.path(), Messages.TOO_DEEP);
        } catch (RuntimeException | AssertionError e) {
            listener.unreadable(source.path(), Messages.crashed(e));
        }
        return null;
    }

    private @Nullable String read(Source source) {
        Path file = source.file();
        try {
            if (file == null) {
                return "";
            }
            long size = Files.size(file);
            if (size > largestFile) {
                listener.unreadable(source.path(), Messages.tooLarge(size, largestFile));
                return null;
            }
            return SourceText.decode(Files.readAllBytes(file));
        } catch (IOException e) {
            listener.unreadable(source.path(), Messages.unreadable(e));
            return null;
        }
    }

    private SourceFile convert(FileJob job, UnitParser parser, Hierarchy hierarchy, List<TypeDecl> unlisted)
            throws UnitParser.OutOfTime {
        try {
            return job.convert(parser, hierarchy, unlisted);
        } catch (StackOverflowError e) {
            listener.unreadable(job.path(), Messages.TOO_DEEP);
        } catch (RuntimeException | AssertionError e) {
            listener.unreadable(job.path(), Messages.crashed(e));
        }
        unlisted.clear();
        return FileJob.empty(job.path(), "");
    }
}
