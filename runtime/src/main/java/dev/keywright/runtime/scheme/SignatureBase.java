package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.fields.Dictionary;
import dev.keywright.runtime.fields.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text that is signed (RFC 9421, section 2.5), made from a request as it came. */
final class SignatureBase {

    private static final int MOST_CHARACTERS = 64 << 10;
    private static final String PARAMETERS = "\"@signature-params\": ";

    /** The fields that are known to be dictionaries, so that {@code sf} means something. */
    private static final Set<String> DICTIONARIES = Set.of(
            "accept-signature",
            "content-digest",
            "priority",
            "repr-digest",
            "signature",
            "signature-input",
            "want-content-digest",
            "want-repr-digest");

    private final Exchange exchange;
    private final Coverage coverage;
    /** The values of fields, which are the same under each origin; null where the component is derived. */
    private final List<@Nullable String> fields = new ArrayList<>();

    private SignatureBase(Exchange exchange, Coverage coverage) {
        this.exchange = exchange;
        this.coverage = coverage;
    }

    /** Prepares the text; null when a covered field is not there, or cannot be written as its parameters demand. */
    static @Nullable SignatureBase of(Exchange exchange, Coverage coverage) {
        SignatureBase base = new SignatureBase(exchange, coverage);
        long length = 0;
        for (Coverage.Component component : coverage.components()) {
            String value = component.isDerived() ? null : field(exchange, component);
            if (value == null && !component.isDerived()) {
                return null;
            }
            length += value == null ? 0 : value.length();
            if (length > MOST_CHARACTERS) {
                return null;
            }
            base.fields.add(value);
        }
        return base;
    }

    /** The signed bytes for an origin; null when a part holds what no part may. */
    byte @Nullable [] under(Origin origin) {
        List<Coverage.Component> components = coverage.components();
        String[] values = new String[components.size()];
        int length = PARAMETERS.length() + coverage.serialized().length();
        for (int i = 0; i < values.length; i++) {
            String field = fields.get(i);
            String value = field == null ? derived(components.get(i).name(), origin) : field;
            if (!isClean(value)) {
                return null;
            }
            values[i] = value;
            length += components.get(i).identifier().length() + 3 + value.length();
        }
        byte[] text = new byte[length];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            at = append(components.get(i).identifier(), text, at);
            text[at++] = ':';
            text[at++] = ' ';
            at = append(values[i], text, at);
            text[at++] = '\n';
        }
        append(coverage.serialized(), text, append(PARAMETERS, text, at));
        return text;
    }

    /** All of it is ASCII: identifiers and parameters are serialised fields, values were looked at. */
    @SuppressWarnings("deprecation") // The low bytes are what is wanted, and nothing else copies them without a detour.
    private static int append(String part, byte[] text, int at) {
        part.getBytes(0, part.length(), text, at);
        return at + part.length();
    }

    private String derived(String name, Origin origin) {
        String path = exchange.rawPath();
        String query = exchange.rawQuery();
        return switch (name) {
            case "@method" -> exchange.method();
            case "@authority" -> origin.exact();
            case "@path" -> path;
            case "@query" -> query == null ? "?" : '?' + query;
            default -> origin.scheme() + "://" + origin.exact() + path + (query == null ? "" : '?' + query);
        };
    }

    private static @Nullable String field(Exchange exchange, Coverage.Component component) {
        List<String> lines = exchange.headers(component.name());
        if (lines.isEmpty()) {
            return null;
        }
        return switch (component.form()) {
            case PLAIN -> joined(lines);
            case BYTES -> asBytes(lines);
            case STRUCTURED -> {
                Dictionary whole =
                        DICTIONARIES.contains(component.name()) ? Dictionary.parse(lines, MOST_CHARACTERS) : null;
                yield whole == null ? null : whole.serialized();
            }
            case MEMBER -> {
                Dictionary whole = Dictionary.parse(lines, MOST_CHARACTERS);
                Element member = whole == null ? null : whole.get(String.valueOf(component.key()));
                yield member == null ? null : member.serialized();
            }
        };
    }

    private static String joined(List<String> lines) {
        if (lines.size() == 1) {
            return trimmed(lines.get(0));
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(trimmed(lines.get(i)));
        }
        return out.toString();
    }

    private static String asBytes(List<String> lines) {
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            byte[] bytes = trimmed(line).getBytes(StandardCharsets.ISO_8859_1);
            out.append(out.isEmpty() ? ":" : ", :")
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append(':');
        }
        return out.toString();
    }

    /** Without the white space that HTTP allows around a value (RFC 9110, section 5.6.3). */
    private static String trimmed(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** No line breaks, so that no value can pass for a line of its own; only ASCII, as section 2.5 demands. */
    private static boolean isClean(String value) {
        int wrong = 0;
        for (int i = 0; i < value.length(); i++) {
            // Negative below a space, above 126, and for a tab, which is let through where there is one.
            int c = value.charAt(i);
            wrong |= (c - ' ') | (126 - c);
        }
        return wrong >= 0 || isCleanButForTabs(value);
    }

    private static boolean isCleanButForTabs(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c >= 127) {
                return false;
            }
        }
        return true;
    }
}
