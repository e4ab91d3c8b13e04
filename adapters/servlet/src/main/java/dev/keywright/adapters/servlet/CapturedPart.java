package dev.keywright.adapters.servlet;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One part of a captured multipart body, a window on its bytes. */
final class CapturedPart implements Part {

    private final String name;
    private final @Nullable String fileName;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final int start;
    private final int end;

    CapturedPart(
            String name,
            @Nullable String fileName,
            Map<String, List<String>> headers,
            byte[] body,
            int start,
            int end) {
        this.name = name;
        this.fileName = fileName;
        this.headers = headers;
        this.body = body;
        this.start = start;
        this.end = end;
    }

    /** The content as text, as a form field. */
    String text(Charset charset) {
        return new String(body, start, end - start, charset);
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(body, start, end - start);
    }

    @Override
    public @Nullable String getContentType() {
        return getHeader("content-type");
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable String getSubmittedFileName() {
        return fileName;
    }

    @Override
    public long getSize() {
        return (long) end - start;
    }

    /** Writes to an absolute path; there is no multipart location that a relative one could mean. */
    @Override
    public void write(String target) throws IOException {
        Path path = Path.of(target);
        if (!path.isAbsolute()) {
            throw new IOException(Messages.relativePath());
        }
        try (InputStream in = getInputStream()) {
            Files.copy(in, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void delete() {
        // Nothing was stored.
    }

    @Override
    public @Nullable String getHeader(String wanted) {
        List<String> values = headers.get(wanted.toLowerCase(Locale.ROOT));
        return values == null ? null : values.get(0);
    }

    @Override
    public Collection<String> getHeaders(String wanted) {
        return headers.getOrDefault(wanted.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public Collection<String> getHeaderNames() {
        return Set.copyOf(headers.keySet());
    }
}
