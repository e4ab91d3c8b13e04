package dev.keywright.adapters.jdkhttp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Log-ins and tokens, over plain sockets. */
@Timeout(60)
final class SessionTest {

    private final BlockingQueue<AuditEvent> events = new LinkedBlockingQueue<>();
    private final TokenService tokens =
            TokenService.builder(new MemoryTokenStore()).prefix("shop").build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Keywright keywright;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        keywright = Keywright.builder()
                .bearerVerifier(tokens)
                .withoutFailureThrottle()
                .auditSink(events::add)
                .build();
        server.createContext(
                "/login",
                JdkHttpGuards.protect(new SessionHandlers.Login_Guard(keywright), new SessionHandlers.Login(tokens)));
        server.createContext(
                "/me", JdkHttpGuards.protect(new SessionHandlers.Me_Guard(keywright), new SessionHandlers.Me()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String login(String account, String password) throws IOException {
        String body = "{\"email\":\"" + account + "\",\"password\":\"" + password + "\"}";
        long before = ended();
        String answer = RawClient.send(
                server.getAddress(),
                "POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        // The server notes how the handler ended after its answer is on its way.
        while (!status(answer).equals("429") && ended() == before) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private long ended() {
        return keywright.handlerOutcomes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private String me(String headers) throws IOException {
        return RawClient.send(
                server.getAddress(), "GET /me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static String status(String answer) {
        return answer.isEmpty() ? "" : answer.split(" ", 3)[1];
    }

    @Test
    void wrongPasswordsLockTheAccountHereAndTheRightOneDoesNotHelp() throws Exception {
        assertThat(status(login("ada", "wrong"))).isEqualTo("401");
        assertThat(status(login(" Ada", "wrong"))).isEqualTo("401");
        String locked = login("ada", "right");
        assertThat(locked).startsWith("HTTP/1.1 429 ").containsPattern("(?i)retry-after: 3[56]\\d\\d");
        assertThat(status(login("bob", "right"))).isEqualTo("200");
        assertThat(events.stream().map(AuditEvent::reason))
                .containsExactly(Reason.LOGIN_FAILED, Reason.LOGIN_FAILED, Reason.LOGIN_LOCKED);
    }

    @Test
    void everyEndButAPlainSuccessIsAFailure() throws Exception {
        for (String password : List.of("broken", "polite", "silent", "wrong")) {
            String account = "account-" + password.charAt(0);
            login(account, password);
            login(account, password);
            assertThat(status(login(account, "right"))).as(password).isEqualTo("429");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(status(login("cleo", "right"))).isEqualTo("200");
        }
    }

    @Test
    void guessesSentAtOnceDoNotRacePastTheCount() throws Exception {
        int guesses = 16;
        CyclicBarrier start = new CyclicBarrier(guesses);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < guesses; i++) {
            answers.add(threads.submit(() -> {
                start.await();
                return status(login("dora", "wrong"));
            }));
        }
        List<String> statuses = new ArrayList<>();
        for (Future<String> answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses).filteredOn("401"::equals).hasSize(2);
        assertThat(statuses).filteredOn("429"::equals).hasSize(guesses - 2);
    }

    @Test
    void aBodyThatNamesTwoAccountsReachesNoHandler() throws Exception {
        String body = "{\"email\":\"a\",\"email\":\"b\",\"password\":\"right\"}";
        String head = "POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n";
        assertThat(status(RawClient.send(server.getAddress(), head + "Content-Type: application/json\r\n\r\n" + body)))
                .isEqualTo("400");
        assertThat(status(RawClient.send(server.getAddress(), head + "Content-Type: text/plain\r\n\r\n" + body)))
                .isEqualTo("400");
    }

    @Test
    void aTokenOpensWhatItMay() throws Exception {
        String issued = login("ada", "right");
        String token = issued.substring(issued.lastIndexOf("shopat_"));
        assertThat(me("Authorization: Bearer " + token + "\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("ada");
        assertThat(me("")).startsWith("HTTP/1.1 401 ").containsIgnoringCase("WWW-Authenticate: Bearer realm=\"api\"");
        assertThat(status(me("Authorization: Bearer " + token + "\r\nAuthorization: Bearer " + token + "\r\n")))
                .isEqualTo("401");
        assertThat(status(me("Authorization: Bearer " + token + "x\r\n"))).isEqualTo("401");
        String poor = tokens.issue("ada", Set.of()).accessToken();
        assertThat(me("Authorization: Bearer " + poor + "\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("error=\"insufficient_scope\"");
        tokens.revokeOwner("ada");
        assertThat(status(me("Authorization: Bearer " + token + "\r\n"))).isEqualTo("401");
    }
}
