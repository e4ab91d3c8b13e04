package wires;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.UsernamePasswordCredentials;
import org.apache.commons.httpclient.auth.AuthScope;
import org.apache.commons.httpclient.methods.GetMethod;

final class Downloader {

    private static final String HOST = "reports.partner.example";
    private static final String PLAIN = "http://" + HOST + "/daily";
    private static final String SECURE = "https://" + HOST + "/daily";
    private final String partnerPassword;

    Downloader(String partnerPassword) {
        this.partnerPassword = partnerPassword;
    }

    int plain() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(PLAIN).openConnection(); // BUG: SecretOverPlainHttp
        String pair = Base64.getEncoder().encodeToString(("shop:" + partnerPassword).getBytes(StandardCharsets.UTF_8));
        connection.setRequestProperty("Authorization", "Basic " + pair);
        return connection.getResponseCode();
    }

    int secure() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(SECURE).openConnection();
        String pair = Base64.getEncoder().encodeToString(("shop:" + partnerPassword).getBytes(StandardCharsets.UTF_8));
        connection.setRequestProperty("Authorization", "Basic " + pair); // OK: SecretOverPlainHttp
        return connection.getResponseCode();
    }

    int chosen(boolean tls) throws IOException {
        String address = tls ? SECURE : PLAIN; // BUG: SecretOverPlainHttp
        HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
        connection.setRequestProperty("X-Api-Key", partnerPassword);
        return connection.getResponseCode();
    }

    int unauthenticated() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(PLAIN).openConnection();
        connection.setRequestProperty("Accept", "text/csv"); // OK: SecretOverPlainHttp
        return connection.getResponseCode();
    }

    void form() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("http://login.partner.example/session").openConnection(); // BUG: SecretOverPlainHttp
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(("user=shop&password=" + partnerPassword).getBytes(StandardCharsets.UTF_8));
        }
    }

    int old() throws IOException {
        HttpClient client = new HttpClient();
        client.getState().setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("shop", partnerPassword));
        GetMethod get = new GetMethod("https://" + HOST + "/old?user=shop&pwd=" + partnerPassword); // BUG: SecretInUrl
        return client.executeMethod(get);
    }

    int userInfo() throws IOException {
        URL url = new URL("https://shop:" + partnerPassword + "@" + HOST + "/daily"); // BUG: SecretInUrl
        return ((HttpURLConnection) url.openConnection()).getResponseCode();
    }

    int loopback() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("http://127.0.0.1:9000/daily").openConnection();
        connection.setRequestProperty("X-Api-Key", partnerPassword); // OK: SecretOverPlainHttp
        return connection.getResponseCode();
    }
}
