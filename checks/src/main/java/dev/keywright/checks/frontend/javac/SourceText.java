package dev.keywright.checks.frontend.javac;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source that stands in memory. */
final class SourceText extends SimpleJavaFileObject {

    private final String path;
    private final String text;

    SourceText(String path, String text) {
        super(URI.create("string:///" + path.replace('\\', '/').replaceAll("[^A-Za-z0-9_$./-]", "_")), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    @Override
    public String getName() {
        return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
