package logins;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.mindrot.jbcrypt.BCrypt;
import play.data.DynamicForm;
import play.data.FormFactory;
import play.mvc.Controller;
import play.mvc.Http;
import play.mvc.Result;

public class PlayLogin extends Controller {

    private final FormFactory forms;
    private final UserDao users;
    private final String secret;

    @Inject
    public PlayLogin(FormFactory forms, UserDao users, Config config) {
        this.forms = forms;
        this.users = users;
        this.secret = config.hasPath("sso.secret") ? config.getString("sso.secret") : "sso-s3cret"; // BUG: DefaultSecretFallback
    }

    public Result authenticate(Http.Request request) {
        DynamicForm form = forms.form().bindFromRequest(request);
        String name = form.get("name");
        String password = form.get("password");
        Optional<UserDao.User> user = Optional.ofNullable(users.findByName(name));
        if (!user.isPresent()) {
            return notFound("no such user"); // BUG: AuthenticationEnumeration
        }
        if (!BCrypt.checkpw(password, user.get().getPasswordHash())) {
            return unauthorized("wrong password");
        }
        Http.Cookie cookie = Http.Cookie.builder("session", "s-" + name)
                .withMaxAge(Duration.ofHours(1))
                .withHttpOnly(true)
                .withSecure(true)
                .build();
        return ok("welcome").withCookies(cookie); // OK: SecretInResponse
    }

    public Result sso(Http.Request request) {
        String presented = request.queryString("secret").orElse(""); // BUG: SecretFromQueryParameter
        if (secret.equals(presented)) { // BUG: TimingUnsafeComparison
            return ok();
        }
        return unauthorized("secret " + secret + " expected"); // BUG: SecretInResponse
    }

    public Result theme(Http.Request request) {
        String theme = request.queryString("theme").orElse("light"); // OK: SecretFromQueryParameter
        return ok(theme.equals("dark") ? "dark" : "light"); // OK: TimingUnsafeComparison
    }
}
