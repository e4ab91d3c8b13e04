package dev.keywright.adapters.servlet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two content types that containers parse by themselves, and parameters of header values. */
final class MediaType {

    private MediaType() {}

    static boolean isForm(@Nullable String contentType) {
        return essence(contentType).equals("application/x-www-form-urlencoded");
    }

    static boolean isMultipart(@Nullable String contentType) {
        return essence(contentType).equals("multipart/form-data");
    }

    private static String essence(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * A parameter of a value like {@code form-data; name="a"; filename="b"}. Quoted strings may hold {@code ;} and
     * backslash escapes of {@code "} and {@code \} (RFC 9110, section 5.6.6).
     *
     * @return null when there is none
     */
    static @Nullable String parameter(String value, String wanted) {
        int at = value.indexOf(';');
        while (at >= 0 && at < value.length()) {
            int equals = value.indexOf('=', at + 1);
            if (equals < 0) {
                return null;
            }
            String name = value.substring(at + 1, equals).strip();
            StringBuilder text = new StringBuilder();
            int i = equals + 1;
            if (i < value.length() && value.charAt(i) == '"') {
                i++;
                while (i < value.length() && value.charAt(i) != '"') {
                    boolean escaped = value.charAt(i) == '\\'
                            && i + 1 < value.length()
                            && (value.charAt(i + 1) == '"' || value.charAt(i + 1) == '\\');
                    i += escaped ? 1 : 0;
                    text.append(value.charAt(i));
                    i++;
                }
                at = value.indexOf(';', i);
            } else {
                at = value.indexOf(';', i);
                text.append(value.substring(i, at < 0 ? value.length() : at).strip());
            }
            if (name.equalsIgnoreCase(wanted)) {
                return text.toString();
            }
        }
        return null;
    }
}
