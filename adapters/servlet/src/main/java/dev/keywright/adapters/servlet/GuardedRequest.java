package dev.keywright.adapters.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request as filters and handlers after the guard see it. A captured body is replayed in every form that the servlet
 * API knows; a body that was not captured comes from the container, and the exchange remembers that it was touched, since a
 * guard cannot capture it from then on.
 */
final class GuardedRequest extends HttpServletRequestWrapper {

    private final Passage passage;
    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;
    private @Nullable List<Part> parts;

    GuardedRequest(HttpServletRequest request, Passage passage) {
        super(request);
        this.passage = passage;
    }

    private HttpServletRequest http() {
        return (HttpServletRequest) getRequest();
    }

    /** The captured body; null when it was not, and then the container's becomes unavailable to guards. */
    private byte @Nullable [] bodyOrTouch() throws IOException {
        CapturedBody body = passage.body();
        if (body.isCaptured()) {
            return body.bytes();
        }
        body.touch();
        return null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        byte[] body = bodyOrTouch();
        if (body == null) {
            return super.getInputStream();
        }
        if (reader != null) {
            throw new IllegalStateException(Messages.streamAndReader());
        }
        if (stream == null) {
            stream = new ReplayedStream(body);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        byte[] body = bodyOrTouch();
        if (body == null) {
            return super.getReader();
        }
        if (stream != null) {
            throw new IllegalStateException(Messages.streamAndReader());
        }
        if (reader == null) {
            reader = new BufferedReader(
                    new InputStreamReader(new ByteArrayInputStream(body), charset(StandardCharsets.ISO_8859_1)));
        }
        return reader;
    }

    /** The charset that the request names. Names from the client may be anything. */
    private Charset charset(Charset otherwise) throws UnsupportedEncodingException {
        String name = getCharacterEncoding();
        if (name == null) {
            return otherwise;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnsupportedEncodingException(Messages.unsupportedEncoding(name));
        }
    }

    private void touchByParameters() {
        String type = getContentType();
        if (!passage.body().isCaptured() && (MediaType.isForm(type) || MediaType.isMultipart(type))) {
            passage.body().touch();
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** The container's parameters, which are the query's alone once the body was captured, and then the body's. */
    @Override
    public Map<String, String[]> getParameterMap() {
        touchByParameters();
        Map<String, String[]> fromContainer = super.getParameterMap();
        if (!passage.body().isCaptured()) {
            return fromContainer;
        }
        Map<String, List<String>> fromBody = bodyFields();
        if (fromBody.isEmpty()) {
            return fromContainer;
        }
        Map<String, String[]> all = new LinkedHashMap<>(fromContainer);
        fromBody.forEach((name, values) -> all.merge(name, values.toArray(new String[0]), GuardedRequest::joined));
        return Collections.unmodifiableMap(all);
    }

    private static String[] joined(String[] first, String[] second) {
        String[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The fields of a captured form. As containers do, only POST counts, and a body that cannot be read has none. */
    private Map<String, List<String>> bodyFields() {
        String type = getContentType();
        try {
            if (MediaType.isForm(type) && "POST".equals(http().getMethod()) && stream == null && reader == null) {
                Charset charset = charset(StandardCharsets.UTF_8);
                return FormFields.parse(new String(passage.body().bytes(), charset), charset);
            }
            if (MediaType.isMultipart(type) && stream == null && reader == null) {
                return multipartFields(charset(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Map.of();
        }
        return Map.of();
    }

    private Map<String, List<String>> multipartFields(Charset charset) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Part part : capturedParts()) {
            if (part.getSubmittedFileName() == null && part instanceof CapturedPart captured) {
                fields.computeIfAbsent(part.getName(), n -> new ArrayList<>(1)).add(captured.text(charset));
            }
        }
        return fields;
    }

    private List<Part> capturedParts() throws IOException {
        if (parts == null) {
            parts = MultipartBody.parse(passage.body().bytes(), getContentType(), charset(StandardCharsets.UTF_8));
        }
        return parts;
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        if (bodyOrTouch() == null) {
            return super.getParts();
        }
        if (!MediaType.isMultipart(getContentType())) {
            throw new ServletException(Messages.notMultipart());
        }
        return capturedParts();
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        for (Part part : getParts()) {
            if (part.getName().equals(name)) {
                return part;
            }
        }
        return null;
    }

    /** The caller, where nothing between here and the handler puts a principal of its own in place. */
    @Override
    public @Nullable Principal getUserPrincipal() {
        Principal caller = passage.caller().filter(c -> !c.isAnonymous()).orElse(null);
        return caller != null ? caller : super.getUserPrincipal();
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (!passage.hides(name)) {
            return super.getHeader(name);
        }
        Enumeration<String> visible = getHeaders(name);
        return visible.hasMoreElements() ? visible.nextElement() : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        Enumeration<String> all = super.getHeaders(name);
        return passage.hides(name) ? Collections.enumeration(passage.visible(name, Collections.list(all))) : all;
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(name -> passage.hides(name) && !getHeaders(name).hasMoreElements());
        return Collections.enumeration(names);
    }
}
