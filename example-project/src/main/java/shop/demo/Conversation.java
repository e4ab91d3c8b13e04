package shop.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Calls of the running shop: what was asked, what came back, and whether that was expected. */
final class Conversation {

    static final String JSON = "application/json";

    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI shop;
    private boolean asExpected = true;

    Conversation(PrintStream out, URI shop) {
        this.out = out;
        this.shop = shop;
    }

    URI resolve(String path) {
        return shop.resolve(path);
    }

    boolean isAsExpected() {
        return asExpected;
    }

    void say(String line) {
        out.println();
        out.println(line);
    }

    void add(String line) {
        out.println(line);
    }

    HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(shop.resolve(path)), headers);
    }

    HttpResponse<String> post(String path, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.resolve(path))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(body));
        return send(request, headers);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers)
            throws IOException, InterruptedException {
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    void expect(int status, String what, HttpResponse<String> answer) {
        say("# " + what);
        out.println("> " + answer.request().method() + " " + answer.uri().getRawPath());
        out.println("< " + answer.statusCode() + headers(answer));
        if (!answer.body().isBlank()) {
            out.println("  " + withoutTokens(answer.body().strip()));
        }
        demand(answer.statusCode() == status, status + " was expected");
    }

    /** Tokens open doors also for those who read a transcript. */
    private static String withoutTokens(String body) {
        return body.replaceAll("(shop[ar]t_)[0-9A-Za-z_]+", "$1…");
    }

    private static String headers(HttpResponse<String> answer) {
        StringBuilder shown = new StringBuilder();
        for (String name : List.of("WWW-Authenticate", "Retry-After")) {
            answer.headers()
                    .firstValue(name)
                    .ifPresent(value ->
                            shown.append("  ").append(name).append(": ").append(value));
        }
        return shown.toString();
    }

    void demand(boolean held, String otherwise) {
        if (!held) {
            out.println("WRONG: " + otherwise);
            asExpected = false;
        }
    }
}
