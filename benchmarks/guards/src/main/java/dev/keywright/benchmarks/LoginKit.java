package dev.keywright.benchmarks;

import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.LoginPolicy;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A log-in that succeeds, charged and given back, beside HMAC-SHA-256 of the account and two counters that go up and down; and
 * the attempt of a locked account.
 */
final class LoginKit implements Kit {

    private final EndpointPolicy policy = bearing("5 per 15 minutes");
    /** Locks at once, so that nobody has to wait until a delay has become a lock. */
    private final EndpointPolicy strict = bearing("1 per 15 minutes");

    private final RecordedExchange right = body("ada@shop.example");
    private final RecordedExchange locked = body("bob@shop.example");
    private final byte[] account = "ada@shop.example".getBytes(StandardCharsets.UTF_8);
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final Mac mac;

    LoginKit() {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Application.randomSecret(), "HmacSHA256"));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        counts.put("address", 1);
        counts.put("account", 1);
        while (Application.byLogin(strict, locked) instanceof Admitted admitted) {
            admitted.completed(Outcome.REFUSED);
        }
    }

    private static EndpointPolicy bearing(String failures) {
        return EndpointPolicy.of("shop.Sessions#open" + Application.next() + "()")
                .login(LoginPolicy.of("/email", failures, "16 KiB"))
                .build();
    }

    private static RecordedExchange body(String email) {
        String json = "{\"email\":\"" + email + "\",\"password\":\"correct horse battery staple\"}";
        RecordedExchange exchange = new RecordedExchange("POST", json.getBytes(StandardCharsets.UTF_8));
        exchange.header("Content-Type", "application/json");
        return exchange;
    }

    @Override
    public Verdict admitted() {
        Admitted admitted = (Admitted) Application.admitted(Application.byLogin(policy, right));
        admitted.completed(Outcome.SUCCEEDED);
        return admitted;
    }

    @Override
    public Verdict refused() {
        return Application.refused(Application.byLogin(strict, locked));
    }

    @Override
    public Object primitive() {
        byte[] name = mac.doFinal(account);
        counts.merge("address", 1, Integer::sum);
        counts.merge("account", 1, Integer::sum);
        counts.merge("address", -1, Integer::sum);
        counts.merge("account", -1, Integer::sum);
        return name;
    }
}
