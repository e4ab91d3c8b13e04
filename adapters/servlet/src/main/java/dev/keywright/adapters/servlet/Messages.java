package dev.keywright.adapters.servlet;

/** Every sentence that this module shows. */
final class Messages {

    private Messages() {}

    static String bodyAlreadyRead() {
        return "The request's body was read before the guard could capture it.";
    }

    static String bodyLetGo() {
        return "The captured body was let go when the request ended.";
    }

    static String streamAndReader() {
        return "The request's body is being read through the other of getInputStream() and getReader() already.";
    }

    static String unsupportedEncoding(String name) {
        return "The request names a character encoding that this platform does not have: " + printable(name);
    }

    static String notMultipart() {
        return "The request is not multipart/form-data.";
    }

    static String brokenMultipart(String what) {
        return "The multipart body is malformed: " + what + ".";
    }

    static String relativePath() {
        return "A part of a captured body can only be written to an absolute path.";
    }

    private static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 32); i++) {
            char c = text.charAt(i);
            safe.append(c > ' ' && c < 127 ? c : '?');
        }
        return safe.toString();
    }
}
