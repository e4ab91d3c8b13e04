package helidon;

import io.helidon.config.Config;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.logging.Logger;

class RoutesService implements HttpService {

    private static final Logger LOGGER = Logger.getLogger(RoutesService.class.getName());
    private final String adminToken;
    private final String partnerSecret;
    private final int port;

    RoutesService(Config config) {
        this.adminToken = config.get("admin.token").asString().orElse("letmein-helidon"); // BUG: DefaultSecretFallback
        this.partnerSecret = config.get("partner.secret").asString().orElseThrow(); // OK: DefaultSecretFallback
        this.port = config.get("server.port").asInt().orElse(8080); // OK: DefaultSecretFallback
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/partners", this::partners).get("/reload", this::reload).get("/state", this::state);
    }

    private void partners(ServerRequest request, ServerResponse response) {
        String presented = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!presented.equals("Bearer " + adminToken)) { // BUG: TimingUnsafeComparison
            LOGGER.warning(() -> "refused: " + presented); // BUG: SecretLogged
            response.status(Status.UNAUTHORIZED_401).send();
            return;
        }
        response.send("ok");
    }

    private void reload(ServerRequest request, ServerResponse response) {
        String presented = request.query().first("secret").orElse(""); // BUG: SecretFromQueryParameter
        boolean same = MessageDigest.isEqual( // OK: TimingUnsafeComparison
                presented.getBytes(StandardCharsets.UTF_8), partnerSecret.getBytes(StandardCharsets.UTF_8));
        response.status(same ? Status.NO_CONTENT_204 : Status.UNAUTHORIZED_401).send();
    }

    private void state(ServerRequest request, ServerResponse response) {
        LOGGER.info(() -> "listening at " + port); // OK: SecretLogged
        response.send("{\"partnerSecret\":\"" + partnerSecret + "\"}"); // BUG: SecretInResponse
    }
}
