package tenth;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

class Wrapped {

    private static final Logger LOG = Logger.getLogger("wrapped");
    private final HttpServletRequest request;

    Wrapped(HttpServletRequest request) {
        this.request = request;
    }

    String parameter(String name) {
        return request.getParameter(name);
    }

    static String of(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.trim();
    }

    static void log(HttpServletRequest request) {
        LOG.info(new Wrapped(request).parameter("password")); // BUG: SecretLogged
        LOG.info(new Wrapped(request).parameter("title"));
        LOG.info(of(request, "client_secret")); // BUG: SecretLogged
        LOG.info(of(request, "language"));
    }

    static byte[] hash(HttpServletRequest request) throws Exception {
        String typed = of(request, "password");
        MessageDigest md = MessageDigest.getInstance("SHA1");
        md.update(typed.getBytes());
        return md.digest(); // BUG: WeakSecretStorage
    }

    static byte[] checksum(HttpServletRequest request) throws Exception {
        String typed = of(request, "document");
        MessageDigest md = MessageDigest.getInstance("SHA1");
        md.update(typed.getBytes());
        return md.digest();
    }
}

class Numbered {

    void byNumber(String asked) throws Exception {
        Map<Integer, String> map = new HashMap<>();
        map.put(0, asked);
        map.put(2, "7e5tc4s3");
        DriverManager.getConnection("jdbc:h2:mem:x", "root", map.get(2)); // BUG: HardcodedSecret
        DriverManager.getConnection("jdbc:h2:mem:x", "root", map.get(0));
    }

    void byLetter(String asked) throws Exception {
        Map<Character, String> map = new HashMap<>();
        map.put('a', asked);
        map.put('b', "7e5tc4s3");
        DriverManager.getConnection("jdbc:h2:mem:x", "root", map.get('b')); // BUG: HardcodedSecret
        DriverManager.getConnection("jdbc:h2:mem:x", "root", map.get('a'));
    }

    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("svc:" + "p4rtn3r!").getBytes()); // BUG: HardcodedSecret
    }

    String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());
    }
}

class PasswordMails {

    private static final Logger LOG = Logger.getLogger("login");

    void sent(String otp, String phone) {
        LOG.info("sent " + otp); // BUG: SecretLogged
        LOG.info("sent to " + phone);
    }

    void overwritten(String password) {
        char[] copy = password.toCharArray();
        LOG.info(new String(copy)); // BUG: SecretLogged
        Arrays.fill(copy, '*');
        LOG.info(new String(copy));
    }

    String ofDate(String mail) {
        String resetToken = DigestUtils.sha256Hex(mail + new Date().getTime()); // BUG: WeakSecretRandom
        return resetToken;
    }

    String ofExpiry(Date expires, String id) {
        String ticketLine = id + expires.getTime();
        return ticketLine;
    }
}

class Costs {

    String cheap(String password, byte[] salt) {
        OpenBSDBCrypt.generate(password.toCharArray(), salt, 4); // BUG: WeakSecretStorage
        return BCrypt.withDefaults().hashToString(6, password.toCharArray()); // BUG: WeakSecretStorage
    }

    String dear(String password, byte[] salt) {
        OpenBSDBCrypt.generate(password.toCharArray(), salt, 12);
        return BCrypt.withDefaults().hashToString(12, password.toCharArray());
    }
}

class Routes {

    private static final Logger LOG = Logger.getLogger("routes");
    private static final String ADMIN_TOKEN = System.getenv("ADMIN_TOKEN");
    private static final String REGION = System.getenv("REGION");

    void routes(Javalin app) {
        app.get("/debug", ctx -> ctx.result("token " + ADMIN_TOKEN)); // BUG: SecretInResponse
        app.get("/region", ctx -> ctx.result("region " + REGION));
    }

    void refuse(Context ctx) {
        String key = ctx.header("X-API-Key");
        LOG.info("form " + ctx.formParamMap()); // BUG: SecretLogged
        if (key == null) {
            throw new UnauthorizedResponse("no key");
        }
        throw new UnauthorizedResponse("unknown key " + key); // BUG: SecretInErrorMessage
    }
}
