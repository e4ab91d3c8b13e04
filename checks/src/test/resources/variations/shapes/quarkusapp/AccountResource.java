package quarkusapp;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

@Path("/accounts")
@ApplicationScoped
public class AccountResource {

    private static final Logger LOG = Logger.getLogger(AccountResource.class);

    @ConfigProperty(name = "billing.api-key", defaultValue = "billing-key-2024") // BUG: DefaultSecretFallback
    String billingApiKey;

    @ConfigProperty(name = "mailer.api-key") // OK: DefaultSecretFallback
    String mailerApiKey;

    @ConfigProperty(name = "billing.url", defaultValue = "https://billing.example") // OK: DefaultSecretFallback
    String billingUrl;

    @Inject
    AccountStore store;

    @POST
    @Path("/session")
    @PermitAll
    public Response login(@FormParam("user") String user, @FormParam("password") String password) { // BUG: MissingRateLimit
        Account account = store.byName(user);
        if (account == null) {
            return Response.status(404).entity(Map.of("error", "no such account")).build(); // BUG: AuthenticationEnumeration
        }
        if (!BcryptUtil.matches(password, account.passwordHash)) {
            return Response.status(401).entity(Map.of("error", "wrong password")).build();
        }
        String token = Jwt.subject(user).expiresIn(Duration.ofMinutes(15)).sign(); // OK: UnverifiedToken
        return Response.ok(Map.of("token", token)).build(); // OK: SecretInResponse
    }

    @GET
    @Path("/invoices")
    @RolesAllowed("user")
    public Response invoices(@QueryParam("access_token") String accessToken) { // BUG: SecretFromQueryParameter // BUG: MissingRateLimit
        return Response.ok().build();
    }

    @GET
    @Path("/pages")
    @RolesAllowed("user")
    public Response pages(@QueryParam("pageToken") String pageToken, @QueryParam("sort_key") String sortKey) { // OK: SecretFromQueryParameter // BUG: MissingRateLimit
        return Response.ok().build();
    }

    @GET
    @Path("/settings")
    @RolesAllowed("admin")
    public Response settings() { // BUG: MissingRateLimit
        return Response.ok(Map.of("billingUrl", billingUrl, "billingApiKey", billingApiKey)).build(); // BUG: SecretInResponse
    }

    @GET
    @Path("/settings/public")
    @RolesAllowed("admin")
    public Response publicSettings() { // BUG: MissingRateLimit
        return Response.ok(Map.of("billingUrl", billingUrl, "mailer", mailerApiKey != null)).build(); // OK: SecretInResponse
    }

    @POST
    @Path("/callback")
    @RolesAllowed("service")
    public Response callback(@HeaderParam("X-Callback-Token") String callbackToken) { // BUG: MissingRateLimit
        LOG.infof("callback with %s", callbackToken); // BUG: SecretLogged
        if (mailerApiKey.equals(callbackToken)) { // BUG: TimingUnsafeComparison
            return Response.noContent().build();
        }
        LOG.infof("callback refused, token present: %b", callbackToken != null); // OK: SecretLogged
        return Response.status(401).build();
    }

    @Entity
    public static class Account extends PanacheEntity {
        public String name;
        public String passwordHash;
    }

    interface AccountStore {
        Account byName(String name);
    }
}
