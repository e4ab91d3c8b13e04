package dev.keywright.checks.report;

import java.io.IOException;

/** Writes HTML: {@link #raw} for our own markup, {@link #text} for everything else. */
final class Html {

    private final Appendable out;

    Html(Appendable out) {
        this.out = out;
    }

    Html raw(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    /** Escaped for element content and for attributes in quotes. */
    Html text(CharSequence text) throws IOException {
        String plain = Plain.text(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }
}
