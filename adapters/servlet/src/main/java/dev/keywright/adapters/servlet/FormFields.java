package dev.keywright.adapters.servlet;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code application/x-www-form-urlencoded} text, of a query or a captured body. */
public final class FormFields {

    /** As Tomcat: more fields than that are an attack on hash maps rather than a form. */
    private static final int MOST_FIELDS = 10_000;

    private FormFields() {}

    /**
     * The fields in the order of their first appearance. Fields beyond the 10,000th and such with broken escapes are left
     * out.
     */
    public static Map<String, List<String>> parse(String text, Charset charset) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        int start = 0;
        while (start <= text.length() && count < MOST_FIELDS) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                add(fields, text.substring(start, end), charset);
                count++;
            }
            start = end + 1;
        }
        return fields;
    }

    private static void add(Map<String, List<String>> fields, String field, Charset charset) {
        int equals = field.indexOf('=');
        try {
            String name = URLDecoder.decode(equals < 0 ? field : field.substring(0, equals), charset);
            String value = equals < 0 ? "" : URLDecoder.decode(field.substring(equals + 1), charset);
            fields.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
        } catch (IllegalArgumentException e) {
            // A broken escape: containers drop the field, and so do we.
            return;
        }
    }
}
