package shop.demo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Year;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the transcript about passwords and tokens: how customers use them, and how attackers try. */
final class LogIns {

    private static final String SESSIONS = "/sessions";
    private static final String ADA = "ada@shop.example";
    private static final int MOST_TRIES = 100;

    private final Conversation shop;

    LogIns(Conversation shop) {
        this.shop = shop;
    }

    void show(String password) throws IOException, InterruptedException {
        shop.expect(401, "a customer's page without a token", shop.get("/account", Map.of()));
        HttpResponse<String> opened = logIn(ADA, password);
        shop.expect(200, "a log-in gives tokens", opened);
        shop.expect(200, "the page with the token", account(opened));
        HttpResponse<String> refreshed = refresh(opened);
        shop.expect(200, "the refresh token gives new ones", refreshed);
        shop.expect(401, "the same refresh token again: somebody else has it too", refresh(opened));
        shop.expect(401, "so the new token is revoked as well", account(refreshed));
        guessing(password);
        spraying();
        stuffing();
    }

    private void guessing(String password) throws IOException, InterruptedException {
        shop.say("# many passwords for one account, waiting as told");
        HttpResponse<String> answer = logIn(ADA, "guess");
        int guesses = 0;
        while (guesses < MOST_TRIES && (answer.statusCode() == 401 || retryAfter(answer) < 60)) {
            shop.add("< " + answer.statusCode() + told(answer));
            Thread.sleep(answer.statusCode() == 401 ? 0 : 1_000L * retryAfter(answer));
            guesses += answer.statusCode() == 401 ? 1 : 0;
            answer = logIn(ADA, "guess" + guesses);
        }
        shop.demand(guesses == 5, "5 guesses were expected before the lock, not " + guesses);
        shop.expect(429, "locked, from here, for the right password too", logIn(ADA, password));
    }

    private void spraying() throws IOException, InterruptedException {
        String popular = "Summer" + Year.now() + "!";
        int tried = 0;
        HttpResponse<String> answer = logIn("customer0@shop.example", popular);
        while (answer.statusCode() == 401 && tried < MOST_TRIES) {
            tried++;
            answer = logIn("customer" + tried + "@shop.example", popular);
        }
        shop.expect(429, "password spraying: one password for many accounts, " + tried + " of them tried", answer);
    }

    private void stuffing() throws IOException, InterruptedException {
        Thread.sleep(1_000);
        HttpResponse<String> one = logIn("mallory@shop.example", "from a leaked list");
        shop.expect(401, "credential stuffing: a leaked pair, after the wait", one);
        HttpResponse<String> next = logIn("oscar@shop.example", "from the same list");
        shop.expect(429, "the next pair: this address waits longer each time", next);
        shop.demand(retryAfter(next) >= 2, "a longer wait was expected");
    }

    private HttpResponse<String> logIn(String email, String password) throws IOException, InterruptedException {
        return shop.post(SESSIONS, "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    private HttpResponse<String> refresh(HttpResponse<String> session) throws IOException, InterruptedException {
        return shop.post(SESSIONS + "/refresh", "{\"refreshToken\":\"" + member(session, "refreshToken") + "\"}");
    }

    private HttpResponse<String> account(HttpResponse<String> session) throws IOException, InterruptedException {
        return shop.get("/account", Map.of("Authorization", "Bearer " + member(session, "accessToken")));
    }

    private static String member(HttpResponse<String> answer, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static long retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElse(0);
    }

    private static String told(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .map(value -> "  Retry-After: " + value)
                .orElse("");
    }
}
