package dev.keywright.processor.host.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in this process, as build tools run javac. */
class InProcessTest {

    @TempDir
    private Path out;

    @Test
    void reportsLineAndColumnBeforeAnyClassIsWritten() {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        boolean compiled = compile(diagnostics, """
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
            assertThat(error.getLineNumber()).isEqualTo(12);
            assertThat(error.getColumnNumber()).isEqualTo(24);
        });
        assertThat(out.resolve("shop/Client.class")).doesNotExist();
        assertThat(out.resolve("shop/Two.class")).doesNotExist();
    }

    private boolean compile(DiagnosticCollector<JavaFileObject> diagnostics, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///shop/Client.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        // The plugin is on the class path of this process, which javac searches too: it starts by itself.
        List<String> options = List.of("-proc:none", "-d", out.toString());
        return compiler.getTask(null, null, diagnostics, options, null, List.of(file))
                .call();
    }
}
