package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.LoginProtected;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.BearerPolicy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Guard;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.LoginAttempt;
import dev.keywright.runtime.LoginPolicy;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.token.TokenRefusedException;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A log-in that issues tokens and an endpoint that takes them, with guards as the processor writes them. */
public final class SessionHandlers {

    private SessionHandlers() {}

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Takes {@code {"email":…,"password":…}}; what it does depends on the password. */
    @LoginProtected(account = "/email", failures = "2 per hour", bodyLimit = "1 KiB")
    static final class Login implements HttpHandler {

        private final TokenService tokens;

        Login(TokenService tokens) {
            this.tokens = tokens;
        }

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (body.contains("right")) {
                try {
                    answer(
                            exchange,
                            200,
                            tokens.issue("ada", Set.of("orders:read")).accessToken());
                } catch (TokenRefusedException | TokenStoreException e) {
                    answer(exchange, 503, "");
                }
            } else if (body.contains("broken")) {
                throw new IllegalStateException("the directory is down");
            } else if (body.contains("polite")) {
                JdkHttpGuards.login(exchange).ifPresent(LoginAttempt::failed);
                answer(exchange, 200, "sorry");
            } else if (body.contains("silent")) {
                exchange.close();
            } else {
                answer(exchange, 401, "wrong");
            }
        }
    }

    @BearerProtected(scopes = "orders:read")
    static final class Me implements HttpHandler {

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            answer(exchange, 200, JdkHttpGuards.caller(exchange).getName());
        }
    }

    private static final String PARAMETER = "com.sun.net.httpserver.HttpExchange";

    abstract static class HandGuard implements Guard {

        final Keywright keywright;
        private final String type;
        private final String line;
        private final EndpointPolicy policy;

        HandGuard(Keywright keywright, Class<?> type, String line, EndpointPolicy policy) {
            this.keywright = keywright;
            this.type = type.getName();
            this.line = line;
            this.policy = policy;
        }

        abstract Verdict handle(Exchange exchange);

        @Override
        public String guardedType() {
            return type;
        }

        @Override
        public String digest() {
            return Digests.of(type + " " + line);
        }

        @Override
        public List<GuardedEndpoint> endpoints() {
            return List.of(new GuardedEndpoint(policy, "handle", List.of(PARAMETER), this::handle));
        }
    }

    public static final class Login_Guard extends HandGuard {

        private static final EndpointPolicy HANDLE = EndpointPolicy.of(
                        Login.class.getName() + "#handle(" + PARAMETER + ")")
                .login(LoginPolicy.of("/email", "2 per hour", "1 KiB"))
                .build();

        public Login_Guard(Keywright keywright) {
            super(
                    keywright,
                    Login.class,
                    "@LoginProtected(account=/email,bodyLimit=1 KiB,failures=2 per hour)",
                    HANDLE);
        }

        @Override
        Verdict handle(Exchange exchange) {
            Attempt attempt = keywright.attempt(HANDLE, exchange);
            if (!attempt.transportAllowed()) {
                return attempt.denied();
            }
            if (!attempt.withinOpenLimits()) {
                return attempt.denied();
            }
            if (!attempt.bodyCaptured()) {
                return attempt.denied();
            }
            if (!attempt.loginAllowed()) {
                return attempt.denied();
            }
            return attempt.admitted();
        }
    }

    public static final class Me_Guard extends HandGuard {

        private static final EndpointPolicy HANDLE = EndpointPolicy.of(
                        Me.class.getName() + "#handle(" + PARAMETER + ")")
                .bearer(BearerPolicy.of("", "", "orders:read"))
                .build();

        public Me_Guard(Keywright keywright) {
            super(keywright, Me.class, "@BearerProtected(bodyLimit=,scopes=[orders:read],verifier=)", HANDLE);
        }

        @Override
        Verdict handle(Exchange exchange) {
            Attempt attempt = keywright.attempt(HANDLE, exchange);
            if (!attempt.transportAllowed()) {
                return attempt.denied();
            }
            if (!attempt.withinOpenLimits()) {
                return attempt.denied();
            }
            if (!attempt.bearerPresented()) {
                return attempt.denied();
            }
            if (!attempt.credentialsKnown()) {
                return attempt.denied();
            }
            if (!attempt.inGoodStanding()) {
                return attempt.denied();
            }
            if (!attempt.scopesHeld()) {
                return attempt.denied();
            }
            return attempt.admitted();
        }
    }
}
