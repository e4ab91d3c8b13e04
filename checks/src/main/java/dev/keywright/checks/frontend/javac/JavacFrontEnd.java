package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeHierarchy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Turns javac's trees into {@code ir}. One instance serves one compilation; it is not thread-safe.
 *
 * <p>Inside a build the host makes one from the compiler's task, {@linkplain #register registers} every unit,
 * {@linkplain #attribute attributes} and then {@linkplain #convert converts} them. Outside a build {@link #parse} and
 * {@link #parseSources} do all of it.
 */
public final class JavacFrontEnd {

    private final Trees trees;
    private final JavacTask task;
    private final TypeRefs refs;
    private final Members members;
    private final TypeHierarchy hierarchy;
    private final Map<SourceFile, List<TypeDecl>> localTypes = new IdentityHashMap<>();
    private final Set<SourceFile> typesCut = Collections.newSetFromMap(new IdentityHashMap<>());

    public JavacFrontEnd(JavacTask task) {
        this.task = task;
        this.trees = Trees.instance(task);
        this.refs = new TypeRefs(task.getElements());
        AnnotationMirrors annotations = new AnnotationMirrors(refs);
        this.members = new Members(task.getTypes(), refs, annotations);
        this.hierarchy = new ElementsHierarchy(task.getElements(), refs, annotations);
    }

    /**
     * Parses and attributes source files without a build. Classes that are missing from the class path do no harm: what
     * depends on them is unresolved. A file that cannot be read or expressed is there, empty and not
     * {@linkplain SourceFile#complete() complete}.
     *
     * @param release the language level, as javac's {@code --release}; 0 for the running compiler's own
     * @throws IllegalStateException when this Java runtime has no compiler
     */
    public static Program parse(List<Path> files, List<Path> classPath, int release) {
        return new Standalone(classPath, release).parseFiles(files);
    }

    /** As {@link #parse}, for sources from anywhere. */
    public static Program parseSources(Iterable<? extends JavaFileObject> sources, List<Path> classPath, int release) {
        return new Standalone(classPath, release).parseSources(sources);
    }

    /** A source text as javac takes it, for {@link #parseSources}. */
    public static JavaFileObject source(String path, String text) {
        return new SourceText(path, text);
    }

    /** Files that this front end converted, as one program; it knows their local and anonymous classes too. */
    public Program program(List<SourceFile> files) {
        Program program = new Program(files, hierarchy);
        for (SourceFile file : files) {
            localTypes.getOrDefault(file, List.of()).forEach(type -> program.add(type, file));
            if (typesCut.contains(file)) {
                program.markTypesCut(file);
            }
        }
        return program;
    }

    /** Tells of a unit before any is converted, so that declarations of this compilation are not taken for binaries. */
    public void register(CompilationUnitTree unit) {
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                String packageName = packageName(unit);
                members.addSource(
                        packageName.isEmpty()
                                ? declared.getSimpleName().toString()
                                : packageName + "." + declared.getSimpleName());
            }
        }
    }

    /**
     * Makes the compiler attribute all classes of a unit now. A side effect of asking for an element inside a class, found
     * in javac 17 to 25 and promised by nobody: {@link #isAttributed} tells whether it worked.
     */
    public void attribute(CompilationUnitTree unit) {
        TreePath root = new TreePath(unit);
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                trees.getElement(new TreePath(new TreePath(root, type), declared.getModifiers()));
            }
        }
    }

    /** Whether the bodies of a unit have types; true when it has none to look at. */
    public boolean isAttributed(CompilationUnitTree unit) {
        return new AttributionProbe(trees, unit).attributed();
    }

    /**
     * Converts one unit.
     *
     * @param path how findings name the file
     * @param test whether the host knows it to be test code
     * @param generated whether the host knows it to be generated
     */
    public SourceFile convert(CompilationUnitTree tree, String path, boolean test, boolean generated) {
        return convert(tree, path, test, generated, null);
    }

    /** The trees of a unit by position, for reports. As long as {@link #convert}: asked for only when there is a finding. */
    public Anchors anchors(CompilationUnitTree tree) {
        Anchors anchors = new Anchors();
        convert(tree, "", false, false, anchors);
        return anchors;
    }

    private SourceFile convert(
            CompilationUnitTree tree, String path, boolean test, boolean generated, @Nullable Anchors anchors) {
        CharSequence text = text(tree);
        Imports imports = Imports.of(tree);
        refs.beginFile(imports);
        Spans spans = new Spans(tree, trees.getSourcePositions(), text, anchors);
        Unit unit = new Unit(tree, trees, task.getElements(), refs, members, spans, imports);
        Declarations declarations = new Declarations(unit);
        List<TypeDecl> types = new ArrayList<>();
        for (Tree type : tree.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                types.add(declarations.topLevel(declared));
            } else if (type.getKind() == Tree.Kind.ERRONEOUS) {
                unit.markIncomplete();
            }
        }
        SourceFile file = new SourceFile(
                path,
                unit.packageName,
                imports.written(),
                types,
                SourceFile.lineStarts(text),
                text,
                test,
                generated || types.stream().anyMatch(Generated::isGenerated),
                !unit.incomplete());
        if (!unit.localTypes.isEmpty() && anchors == null) {
            localTypes.put(file, unit.localTypes);
        }
        if (refs.sawCut() && anchors == null) {
            typesCut.add(file);
        }
        return file;
    }

    /** Whether a file that was converted declares classes inside of bodies, with names or without. */
    public boolean hasLocalTypes(SourceFile file) {
        return localTypes.containsKey(file);
    }

    /** The same file, said not to be whole. */
    SourceFile incomplete(SourceFile file) {
        SourceFile partial = new SourceFile(
                file.path(),
                file.packageName(),
                file.imports(),
                file.types(),
                file.lineStarts(),
                file.text(),
                file.test(),
                file.generated(),
                false);
        List<TypeDecl> locals = localTypes.remove(file);
        if (locals != null) {
            localTypes.put(partial, locals);
        }
        if (typesCut.remove(file)) {
            typesCut.add(partial);
        }
        return partial;
    }

    /** Whether the unit converted last names a type that the compiler could not find. */
    public boolean sawMissingType() {
        return refs.sawError();
    }

    private static String packageName(CompilationUnitTree unit) {
        Tree name = unit.getPackageName();
        return name == null ? "" : name.toString();
    }

    private static CharSequence text(CompilationUnitTree unit) {
        try {
            @Nullable CharSequence text = unit.getSourceFile().getCharContent(true);
            return text == null ? "" : text.toString(); // a buffer is slow to read
        } catch (IOException e) {
            return ""; // the compiler has read it a moment ago; without it only names have no positions
        }
    }
}
