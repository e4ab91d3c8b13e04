package dev.keywright.checks.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.ir.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Both front ends give the same ir for the same sources; what differs is listed here with its reason, and nothing else may. */
class FrontEndsAgreeTest {

    /** Way to the component → why it may differ. */
    private static final Map<String, String> KNOWN = Map.of(
            "New.span", "javac places the creation of an enum constant behind its name, we at the constant",
            "New.body.TypeDecl.span", "javac's anonymous class starts at its brace, ours at `new`",
            "MethodReference.method.MethodRef.returnType",
                    "javac leaves the return type of an array's constructor reference open",
            "MethodReference.method.MethodRef.returnType args", "javac gives the declared type, we the one at the call",
            "LocalVariable.span",
                    "the second variable of one declaration starts at the type in javac, at its name here",
            "LocalVariable.variable.Variable.span", "as LocalVariable.span",
            "FieldDecl.span", "as LocalVariable.span",
            "FieldDecl.nameSpan", "javac gives none for a variable whose array brackets stand behind its name");

    private static final String IGNORED_ARGUMENTS = " args";

    @Test
    void onSamplesOfEveryConstruct() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < Samples.UP_TO_17.size(); i++) {
            sources.put("shop/S" + i + ".java", Samples.UP_TO_17.get(i));
        }
        Program javac = JavacFrontEnd.parseSources(
                sources.entrySet().stream()
                        .map(each -> JavacFrontEnd.source(each.getKey(), each.getValue()))
                        .toList(),
                List.of(),
                17);
        Program ours = JavaParserFrontEnd.builder().build().parse(texts(javac));
        IrComparison.Result result = IrComparison.compare(javac, ours);
        assertThat(result.nodes()).isGreaterThan(800);
        assertThat(unexplained(result)).isEmpty();
    }

    /** {@code -Dkeywright.compare=FOLDER[:JAR…]}: a source tree and its class path; the share of differing nodes is held. */
    @Test
    @EnabledIfSystemProperty(named = "keywright.compare", matches = ".+")
    void onATreeOfRealCode() throws IOException {
        String[] paths = System.getProperty("keywright.compare").split(File.pathSeparator);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(Path.of(paths[0]))) {
            tree.filter(path -> path.toString().endsWith(".java") && !path.endsWith("module-info.java"))
                    .sorted()
                    .forEach(files::add);
        }
        List<Path> classPath = Stream.of(paths).skip(1).map(Path::of).toList();
        Program javac = JavacFrontEnd.parse(files, classPath, 0);
        Program ours = JavaParserFrontEnd.builder().classPath(classPath).build().parse(texts(javac));
        IrComparison.Result result = IrComparison.compare(javac, ours);
        assertThat(unexplained(result).size()).isLessThan(result.nodes() / 500);
    }

    private static List<IrComparison.Difference> unexplained(IrComparison.Result result) {
        return result.differences().stream()
                .filter(difference -> KNOWN.keySet().stream().noneMatch(difference.what()::endsWith))
                .filter(difference -> !difference.what().endsWith(IGNORED_ARGUMENTS))
                .toList();
    }

    private static Map<String, String> texts(Program program) {
        Map<String, String> texts = new LinkedHashMap<>();
        program.files().forEach(file -> texts.put(file.path(), file.text().toString()));
        return texts;
    }
}
