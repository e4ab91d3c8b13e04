package com.acme.git.users;

import com.acme.git.utils.Texts;
import io.javalin.http.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

public class GitUsers {

    UserModel authenticate(UserModel user, char[] password) {
        UserModel returned = null;
        if (user.password.startsWith("MD5:")) { // OK: TimingUnsafeComparison
            String md5 = "MD5:" + Texts.md5(new String(password)); // BUG: WeakSecretStorage
            if (user.password.equalsIgnoreCase(md5)) { // BUG: TimingUnsafeComparison
                returned = user;
            }
        } else if (user.password.equals(new String(password))) { // BUG: TimingUnsafeComparison
            returned = user;
        }
        return returned;
    }

    boolean cookie(UserModel user, jakarta.servlet.http.Cookie cookie) {
        return user.cookie != null && user.cookie.equals(cookie.getValue()); // BUG: TimingUnsafeComparison
    }
}

class UserModel {
    String username;
    String password;
    String cookie;
}

class QuarkusFilter implements ContainerRequestFilter {
    @Inject
    @ConfigProperty(name = "acme.internal.api-key")
    String shared;

    @Override
    public void filter(ContainerRequestContext context) {
        String got = context.getHeaderString("X-Internal");
        if (!shared.equals(got)) { // BUG: TimingUnsafeComparison
            context.abortWith(Response.status(401).build());
        }
    }
}

@Path("/hook")
class QuarkusHook {
    @ConfigProperty(name = "acme.webhook.token")
    String hookToken;

    @POST
    public Uni<Response> post(@HeaderParam("X-Hook-Token") String sent, String body) {
        return Uni.createFrom().item(sent)
                .onItem().transform(s -> hookToken.equals(s) ? Response.ok().build() : Response.status(403).build()); // BUG: TimingUnsafeComparison
    }
}

@Controller("/mn")
class MicronautHook {
    private final String secretOfHook;

    MicronautHook(@Property(name = "hook.secret") String secretOfHook) {
        this.secretOfHook = secretOfHook;
    }

    @Post("/in")
    HttpResponse<?> in(@Header("X-Hook-Secret") String sent, HttpRequest<?> request) {
        return secretOfHook.equals(sent) ? HttpResponse.ok() : HttpResponse.unauthorized(); // BUG: TimingUnsafeComparison
    }
}

class JavalinGate {
    private final String adminPassword = System.getProperty("admin.password");

    void before(Context ctx) {
        var credentials = ctx.basicAuthCredentials();
        if (!credentials.getPassword().equals(adminPassword)) { // BUG: TimingUnsafeComparison
            ctx.status(401);
        }
    }

    void route(Context ctx) {
        if (ctx.method().name().equals("POST") && ctx.path().equals("/login")) { // OK: TimingUnsafeComparison
            ctx.status(204);
        }
    }
}
