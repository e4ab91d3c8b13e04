package listed;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLSocketFactory;

public class Cwe319Cleartext {
    private static final String BASE = "http://api.example.com/v1";
    private final String apiKey = System.getenv("API_KEY");
    private String endpoint;

    void bad1() throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL(BASE + "/orders").openConnection(); // BUG: SecretOverPlainHttp
        connection.setRequestProperty("Authorization", "Bearer " + apiKey);
        connection.getInputStream().close();
    }

    void bad2(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://login.example.com/token")) // BUG: SecretOverPlainHttp
                .header("X-Api-Key", apiKey)
                .build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    void bad3(String password) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL("http", "login.example.com", 80, "/login").openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(("user=me&password=" + password).getBytes()); // BUG: SecretOverPlainHttp
        }
    }

    void bad4(String password) throws Exception {
        try (Socket socket = new Socket("mail.example.com", 110);
                PrintWriter writer = new PrintWriter(new OutputStreamWriter(socket.getOutputStream()))) {
            writer.println("PASS " + password); // BUG: SecretOverPlainHttp
        }
    }

    void bad5() throws Exception {
        endpoint = "http://metrics.example.com/push";
        push();
    }

    private void push() throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL(endpoint).openConnection();
        connection.addRequestProperty("X-Auth-Token", apiKey); // BUG: SecretOverPlainHttp
        connection.connect();
    }

    void good1() throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/v1/orders").openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + apiKey); // OK: SecretOverPlainHttp
    }

    void good2() throws Exception {
        HttpURLConnection connection = (HttpURLConnection) new URL(BASE + "/health").openConnection();
        connection.setRequestProperty("Accept", "application/json"); // OK: SecretOverPlainHttp
    }

    void good3(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:8080/token"))
                .header("X-Api-Key", apiKey) // OK: SecretOverPlainHttp
                .build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    void good4(String password) throws Exception {
        try (Socket socket = SSLSocketFactory.getDefault().createSocket("mail.example.com", 995); // BUG: DisabledTlsVerification
                PrintWriter writer = new PrintWriter(new OutputStreamWriter(socket.getOutputStream()))) {
            writer.println("PASS " + password); // OK: SecretOverPlainHttp
        }
    }
}
