package io.acme.hooks;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import spark.Request;
import spark.Response;
import spark.Route;

public class BitbucketSignature implements Route {
    private final AppConfig conf;

    BitbucketSignature(AppConfig conf) {
        this.conf = conf;
    }

    @Override
    public Object handle(Request req, Response res) {
        String expected = "sha256=" + Hashing.hmacSha256(conf.hookSecret().getBytes(StandardCharsets.UTF_8))
                .hashString(req.body(), StandardCharsets.UTF_8);
        String received = req.headers("X-Hub-Signature");
        if (expected.equalsIgnoreCase(received)) { // BUG: TimingUnsafeComparison
            return "ok";
        }
        res.status(403);
        return "forbidden";
    }
}
