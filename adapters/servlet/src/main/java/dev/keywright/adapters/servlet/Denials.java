package dev.keywright.adapters.servlet;

import dev.keywright.runtime.Denied;
import dev.keywright.runtime.Header;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Sends a refusal. */
public final class Denials {

    private Denials() {}

    /**
     * Writes the refusal in place of whatever was buffered before. No error page is asked for, since that would change the
     * answer. Headers that others set stay, so that CORS and security headers reach the client. A response that is
     * committed already stays as it is.
     *
     * @throws IOException when the client is gone
     */
    public static void write(Denied denied, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(denied.status());
        Set<String> seen = new HashSet<>();
        for (Header header : denied.headers()) {
            if (seen.add(header.name().toLowerCase(Locale.ROOT))) {
                response.setHeader(header.name(), header.value());
            } else {
                response.addHeader(header.name(), header.value());
            }
        }
        if (denied.closeConnection() && String.valueOf(request.getProtocol()).startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
        byte[] body = denied.body();
        response.setContentLength(body.length);
        if (!"HEAD".equals(ServletExchange.innermost(request).getMethod())) {
            writeBody(response, body);
        }
        response.flushBuffer();
    }

    private static void writeBody(HttpServletResponse response, byte[] body) throws IOException {
        try {
            response.getOutputStream().write(body);
        } catch (IllegalStateException e) {
            // A handler that forwarded here had asked for the writer; the problem's text is ASCII, so either will do.
            response.getWriter().write(new String(body, StandardCharsets.UTF_8));
            response.getWriter().flush();
        }
    }
}
