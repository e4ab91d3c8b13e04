package edu.example.apis;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** Secrets on wires with and without encryption. */
public class Wires {

    void plainSocket(String password) throws IOException {
        try (Socket socket = new Socket("auth.example.org", 4711);
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true)) {
            out.println(password); // BUG: SecretOverPlainHttp
        }
    }

    void tlsSocket(String password) throws IOException {
        try (Socket socket = SSLSocketFactory.getDefault().createSocket("auth.example.org", 4711); // BUG: DisabledTlsVerification
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true)) {
            out.println(password); // OK: SecretOverPlainHttp
        }
    }

    void plainPost(String password) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) new URL("http://auth.example.org/login").openConnection(); // BUG: SecretOverPlainHttp
        connection.setDoOutput(true);
        OutputStreamWriter writer = new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8);
        writer.write("password=" + password);
        writer.close();
    }

    void tlsPost(String password) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) new URL("https://auth.example.org/login").openConnection();
        connection.setDoOutput(true);
        OutputStreamWriter writer = new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8);
        writer.write("password=" + password); // OK: SecretOverPlainHttp
        writer.close();
    }

    HttpRequest client(String accessToken) {
        return HttpRequest.newBuilder(URI.create("http://api.example.org/orders")) // BUG: SecretOverPlainHttp
                .header("Authorization", "Bearer " + accessToken)
                .build();
    }

    HttpRequest clientGood(String accessToken) {
        return HttpRequest.newBuilder(URI.create("https://api.example.org/orders")) // OK: SecretOverPlainHttp
                .header("Authorization", "Bearer " + accessToken)
                .build();
    }
}
