package dev.keywright.checks.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** File paths as URI references of RFC 3986. */
final class Uris {

    private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

    private Uris() {}

    /** The path below a root, with forward slashes; empty when it is not below. */
    static Optional<String> below(Path root, String path) {
        Path absolute = Path.of(path).toAbsolutePath().normalize();
        if (!absolute.startsWith(root)) {
            return Optional.empty();
        }
        return Optional.of(root.relativize(absolute).toString().replace('\\', '/'));
    }

    static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letter || UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }

    /** An absolute {@code file:} URI; a folder's ends with a slash. */
    static String absolute(Path path, boolean folder) {
        String text = path.toAbsolutePath().normalize().toString().replace('\\', '/');
        String rooted = text.startsWith("/") ? text : "/" + text;
        return "file://" + encoded(rooted) + (folder && !rooted.endsWith("/") ? "/" : "");
    }
}
