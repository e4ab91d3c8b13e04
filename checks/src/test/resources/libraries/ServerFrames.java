package net.halyard.frames;

import io.helidon.config.Config;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/quarkus")
class ServerFrames {

    @ConfigProperty(name = "billing.api.key")
    String billing;

    @ConfigProperty(name = "billing.api.secret", defaultValue = "letmein-please-77") // BUG: DefaultSecretFallback
    String weak;

    @ConfigProperty(name = "billing.page.size", defaultValue = "50")
    String size;

    @GET
    @Path("/a")
    RestResponse<String> a(@RestHeader("X-Api-Key") String key, @RestHeader String userAgent) {
        Log.infof("agent %s", userAgent);
        Log.infof("key %s", key); // BUG: SecretLogged
        if (billing.equals(key)) { // BUG: TimingUnsafeComparison
            return RestResponse.ok(billing); // BUG: SecretInResponse
        }
        return RestResponse.status(401);
    }

    @GET
    @Path("/b")
    String b(@RestQuery("access_token") String token, @RestQuery int page) { // BUG: SecretFromQueryParameter
        return "b" + page;
    }

    @GET
    @Path("/c")
    String c(@RestCookie("session_token") String cookie) {
        Log.error("cookie " + cookie); // BUG: SecretLogged
        return "c";
    }

    @ConfigMapping(prefix = "mail")
    interface Mail {
        String host();

        String password();
    }

    void mapping(Mail mail) {
        Log.info("host " + mail.host());
        Log.info("mail " + mail.password()); // BUG: SecretLogged
        Jwt.issuer("shop").signWithSecret("shop-signing-secret-0000000000000"); // BUG: HardcodedSecret
    }

    void helidon(ServerRequest request, ServerResponse response, Config config) {
        String expected = config.get("gate.api-key").asString().get();
        String presented = request.headers().first(HeaderNames.create("X-Api-Key")).orElse("");
        if (expected.equals(presented)) { // BUG: TimingUnsafeComparison
            response.send("expected " + expected); // BUG: SecretInResponse
        }
        String key = request.query().get("api_key"); // BUG: SecretFromQueryParameter
        System.out.println("port " + config.get("port").asInt().get());
        System.out.println("key " + expected); // BUG: SecretLogged
    }
}
