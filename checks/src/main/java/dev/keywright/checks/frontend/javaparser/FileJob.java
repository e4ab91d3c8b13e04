package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file on its way: declared first, so that all files know its classes, then converted. */
final class FileJob {

    private static final Pattern TEST_FOLDER = Pattern.compile(
            "(^|/)(src/([a-z]+[Tt]est|test|it|androidTest|testFixtures|jmh)|generated-test-sources|test-annotations)/");
    private static final Pattern GENERATED_FOLDER = Pattern.compile("(^|/)generated(-sources)?/");

    private final String path;
    private final String text;
    private final FileNames names;
    private final String packageName;
    private final boolean complete;
    private final List<SourceClass> declared = new ArrayList<>();
    private UnitParser.@Nullable Parsed parsed;
    private boolean typesCut;

    private FileJob(String path, String text, FileNames names, UnitParser.Parsed parsed) {
        this.path = path;
        this.text = text;
        this.names = names;
        this.packageName = names.packageName();
        this.complete = parsed.problem() == null;
        this.parsed = parsed;
    }

    String path() {
        return path;
    }

    int length() {
        return text.length();
    }

    /** Whether types in the file were too large to be followed; known when it was converted. */
    boolean typesCut() {
        return typesCut;
    }

    static FileJob declare(String path, String text, UnitParser.Parsed parsed, Hierarchy hierarchy) {
        CompilationUnit unit = parsed.unit();
        String packageName = unit.getPackageDeclaration()
                .map(declaration -> declaration.getName().asString())
                .orElse("");
        List<String> imports = new ArrayList<>();
        for (ImportDeclaration written : unit.getImports()) {
            String prefix = written.isStatic() ? "static " : written.isModule() ? "module " : "";
            imports.add(prefix + written.getNameAsString() + (written.isAsterisk() ? ".*" : ""));
        }
        Classes classes = hierarchy.classes();
        List<String> known = new ArrayList<>(imports);
        if (unit.getTypes().stream().anyMatch(FileJob::isCompact)) {
            known.add("module java.base");
        }
        FileNames names = new FileNames(packageName, List.copyOf(known), classes);
        FileJob job = new FileJob(path, text, names, parsed);
        classes.addPackage(packageName);
        TypeScope scope = TypeScope.ofFile(names, hierarchy);
        Collector collector = new Collector(classes);
        for (TypeDeclaration<?> type : unit.getTypes()) {
            String simple = isCompact(type) ? job.fileName() : type.getNameAsString();
            String name = packageName.isEmpty() ? simple : packageName + '.' + simple;
            job.declared.add(collector.declare(type, name, scope));
        }
        return job;
    }

    /** A file without a class around its methods has one that is named after the file. */
    private static boolean isCompact(TypeDeclaration<?> type) {
        return type.getNameAsString().equals("$COMPACT_CLASS");
    }

    private String fileName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Keeps only what a second parse can make again. */
    void dropTree() {
        parsed = null;
    }

    void dropTokens() {
        UnitParser.Parsed kept = parsed;
        if (kept != null) {
            UnitParser.dropTokens(kept.unit());
        }
    }

    /** @param unlisted receives local and anonymous classes */
    SourceFile convert(UnitParser parser, Hierarchy hierarchy, List<TypeDecl> unlisted) throws UnitParser.OutOfTime {
        UnitParser.Parsed kept = parsed;
        parsed = null;
        if (kept == null) {
            kept = parser.parse(text);
        }
        CompilationUnit unit = kept.unit();
        int[] lineStarts = SourceFile.lineStarts(text);
        int[] parsedStarts = kept.offsets() == null ? lineStarts : SourceFile.lineStarts(kept.text());
        Spans spans = new Spans(parsedStarts, kept.text().length(), kept.offsets());
        TypeBudget.begin();
        Unit shared = new Unit(names, hierarchy, spans, new Collector(hierarchy.classes()));
        Decls decls = new Decls(shared);
        List<TypeDecl> types = new ArrayList<>();
        for (int i = 0; i < unit.getTypes().size(); i++) {
            types.add(decls.topLevel(unit.getType(i), declared.get(i)));
        }
        unlisted.addAll(shared.unlisted);
        typesCut = TypeBudget.exceeded();
        boolean generated = GENERATED_FOLDER.matcher(path).find()
                || types.stream()
                        .flatMap(type -> type.annotations().stream())
                        .anyMatch(annotation -> annotation.type().simpleName().equals("Generated"));
        return new SourceFile(
                path,
                packageName,
                names.imports(),
                types,
                lineStarts,
                text,
                TEST_FOLDER.matcher(path).find(),
                generated,
                complete && !shared.incomplete());
    }

    static SourceFile empty(String path, String text) {
        return new SourceFile(
                path,
                "",
                List.of(),
                List.of(),
                SourceFile.lineStarts(text),
                text,
                TEST_FOLDER.matcher(path).find(),
                false,
                false);
    }
}
