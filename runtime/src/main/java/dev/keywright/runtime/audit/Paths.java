package dev.keywright.runtime.audit;

import dev.keywright.runtime.key.KeyFormat;

/** Paths as they may be written down. */
final class Paths {

    private Paths() {}

    /** The path, with every segment hidden that is a key or token in Keywright's format, put there by mistake. */
    static String withoutKeys(String path) {
        if (path.indexOf('_') < 0) {
            return path;
        }
        StringBuilder kept = new StringBuilder(path.length());
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            kept.append(isKey(segment) ? "[credential]" : segment);
            if (slash >= 0) {
                kept.append('/');
            }
            start = end + 1;
        }
        return kept.toString();
    }

    private static boolean isKey(String segment) {
        for (String piece : segment.split("[;=,]", -1)) {
            if (KeyFormat.parse(piece) != null) {
                return true;
            }
        }
        return false;
    }
}
