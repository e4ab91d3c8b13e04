package dev.keywright.processor.host.javac;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The listener in this process, as build tools run javac. */
class CompilationListenerTest {

    @TempDir
    private Path out;

    /** Late is the way back for a compiler that will not attribute a class before its turn. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reportsLineAndColumnBeforeTheClassIsWritten(boolean early) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        boolean compiled = compile(early, diagnostics, """
                package shop;

                import javax.net.ssl.HostnameVerifier;

                class Two {
                    int n = "x".length();
                }

                class Client {
                    HostnameVerifier verifier = new HostnameVerifier() {
                        @Override
                        public boolean verify(String host, javax.net.ssl.SSLSession session) {
                            return true;
                        }
                    };
                }
                """);
        assertThat(compiled).isFalse();
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
                .toList();
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.getMessage(null)).startsWith("[DisabledTlsVerification] ");
            assertThat(error.getLineNumber()).isBetween(10L, 13L);
            assertThat(error.getColumnNumber()).isPositive();
        });
        assertThat(out.resolve("shop/Client.class")).doesNotExist();
    }

    private boolean compile(boolean early, DiagnosticCollector<JavaFileObject> diagnostics, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///shop/Client.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of(
                "-proc:none", "-processorpath", out.resolve("no-plugin").toString(), "-d", out.toString());
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostics, options, null, List.of(file));
        task.addTaskListener(new CompilationListener(task, early));
        return task.call();
    }
}
