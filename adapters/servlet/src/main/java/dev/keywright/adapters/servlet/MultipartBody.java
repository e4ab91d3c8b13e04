package dev.keywright.adapters.servlet;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a captured {@code multipart/form-data} body apart (RFC 7578, RFC 2046 section 5.1). The container cannot do it any
 * more: its stream was read for the signature. Nothing is copied and nothing is written to disk; the size is that of the
 * captured body, the number of parts is bounded.
 */
final class MultipartBody {

    private static final int MOST_PARTS = 1_000;
    private static final int MOST_HEADER_BYTES = 8_192;
    private static final byte[] HEADER_END = {'\r', '\n', '\r', '\n'};

    private final byte[] body;
    private final Charset charset;
    private final byte[] delimiter;

    private MultipartBody(byte[] body, String boundary, Charset charset) {
        this.body = body;
        this.charset = charset;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The parts of a body.
     *
     * @param charset for names in part headers
     * @throws IOException when the body is malformed
     */
    static List<Part> parse(byte[] body, @Nullable String contentType, Charset charset) throws IOException {
        String boundary = contentType == null ? null : MediaType.parameter(contentType, "boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw new IOException(Messages.brokenMultipart("its boundary is missing or longer than 70 characters"));
        }
        return new MultipartBody(body, boundary, charset).parts();
    }

    private List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        // The first delimiter may stand at the very start, without the line break that belongs to the others.
        int at = startsWithDelimiter() ? delimiter.length - 2 : after(indexOf(delimiter, 0, body.length));
        while (!isLast(at)) {
            if (parts.size() == MOST_PARTS) {
                throw new IOException(Messages.brokenMultipart("it has more than " + MOST_PARTS + " parts"));
            }
            int headers = afterLineBreak(at);
            int headerEnd = endOfHeaders(headers);
            // The delimiter's own line break may be the one that ends an empty header block.
            int content = Math.max(headers, headerEnd) + (headerEnd < headers ? 2 : HEADER_END.length);
            int end = indexOf(delimiter, content - 2, body.length);
            if (end < 0) {
                throw new IOException(Messages.brokenMultipart("a part has no end"));
            }
            parts.add(part(headers, Math.max(headers, headerEnd), content, Math.max(content, end)));
            at = end + delimiter.length;
        }
        return List.copyOf(parts);
    }

    private boolean startsWithDelimiter() {
        return body.length >= delimiter.length - 2
                && java.util.Arrays.equals(body, 0, delimiter.length - 2, delimiter, 2, delimiter.length);
    }

    private int after(int delimiterStart) throws IOException {
        if (delimiterStart < 0) {
            throw new IOException(Messages.brokenMultipart("it has no delimiter"));
        }
        return delimiterStart + delimiter.length;
    }

    private boolean isLast(int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private int afterLineBreak(int at) throws IOException {
        int i = at;
        while (i < body.length && (body[i] == ' ' || body[i] == '\t')) {
            i++;
        }
        if (i + 1 >= body.length || body[i] != '\r' || body[i + 1] != '\n') {
            throw new IOException(Messages.brokenMultipart("a delimiter does not end its line"));
        }
        return i + 2;
    }

    /** Where the headers end; two before {@code headers} when there are none. */
    private int endOfHeaders(int headers) throws IOException {
        int end = indexOf(HEADER_END, headers - 2, Math.min(body.length, headers + MOST_HEADER_BYTES));
        if (end < 0) {
            throw new IOException(Messages.brokenMultipart("a part's headers do not end"));
        }
        return end;
    }

    private Part part(int headers, int headerEnd, int content, int end) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String line : new String(body, headers, headerEnd - headers, charset).split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.computeIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>(1))
                        .add(line.substring(colon + 1).strip());
            }
        }
        List<String> dispositions = fields.getOrDefault("content-disposition", List.of());
        String disposition = dispositions.size() == 1 ? dispositions.get(0) : "";
        String name = MediaType.parameter(disposition, "name");
        if (name == null) {
            throw new IOException(Messages.brokenMultipart("a part has no name"));
        }
        return new CapturedPart(name, MediaType.parameter(disposition, "filename"), fields, body, content, end);
    }

    private int indexOf(byte[] wanted, int from, int to) {
        outer:
        for (int i = Math.max(0, from); i <= to - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (body[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
