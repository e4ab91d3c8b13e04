package dev.keywright.adapters.spring;

import dev.keywright.adapters.servlet.FormFields;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request as handler mappings may see it before the guard has decided: parameters are the query's alone, since the
 * container would parse the body for the others, the body is out of reach, and what mappings leave in attributes stays here.
 */
final class RequestView extends HttpServletRequestWrapper {

    private static final Object REMOVED = new Object();

    private final Map<String, Object> attributes = new HashMap<>();
    private @Nullable Map<String, String[]> parameters;

    RequestView(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        Object own = attributes.get(name);
        return own == null ? super.getAttribute(name) : own == REMOVED ? null : own;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.put(name, value == null ? REMOVED : value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.put(name, REMOVED);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getAttributeNames()));
        attributes.forEach((name, value) -> {
            if (value == REMOVED) {
                names.remove(name);
            } else {
                names.add(name);
            }
        });
        return Collections.enumeration(names);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            Map<String, String[]> ofQuery = new LinkedHashMap<>();
            String query = getQueryString();
            if (query != null) {
                FormFields.parse(query, StandardCharsets.UTF_8)
                        .forEach((name, values) -> ofQuery.put(name, values.toArray(new String[0])));
            }
            parameters = Collections.unmodifiableMap(ofQuery);
        }
        return parameters;
    }

    @Override
    public ServletInputStream getInputStream() {
        throw new IllegalStateException(Messages.bodyOutOfReach());
    }

    @Override
    public BufferedReader getReader() {
        throw new IllegalStateException(Messages.bodyOutOfReach());
    }

    @Override
    public Collection<Part> getParts() {
        throw new IllegalStateException(Messages.bodyOutOfReach());
    }

    @Override
    public Part getPart(String name) {
        throw new IllegalStateException(Messages.bodyOutOfReach());
    }
}
