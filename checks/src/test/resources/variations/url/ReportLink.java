package io.acme.servlet;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.WebTarget;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.utils.URIBuilder;

public class ReportLink extends HttpServlet {
    private Client client;
    private Settings settings;

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String password = req.getParameter("password");
        resp.sendRedirect("/login?retry=1&password=" + password); // BUG: SecretInUrl
    }

    HttpGet get() throws Exception {
        URIBuilder b = new URIBuilder("https://reports.example/run");
        b.setParameter("format", "pdf");
        b.setParameter("sessionToken", settings.getSessionToken()); // BUG: SecretInUrl
        return new HttpGet(b.build());
    }

    WebTarget target() {
        return client.target("https://reports.example").path("list").queryParam("password", settings.getPassword()); // BUG: SecretInUrl
    }

    HttpGet formatted() {
        return new HttpGet(String.format("https://reports.example/x?apikey=%s&v=%d", settings.getApiKey(), 2)); // BUG: SecretInUrl
    }

    HttpGet plain(String reportId) {
        return new HttpGet("https://reports.example/x?id=" + reportId + "&keyId=" + settings.getKeyId()); // OK: SecretInUrl
    }

    WebTarget pages(String nextPageToken) {
        return client.target("https://reports.example").queryParam("pageToken", nextPageToken); // OK: SecretInUrl
    }
}
