package dev.keywright.benchmarks;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.BearerPolicy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenRefusedException;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStoreException;
import java.util.Set;

/** A bearer token that the application issued, beside SHA-256 of that token, a comparison and one Bucket4j token. */
final class TokenKit implements Kit {

    private final EndpointPolicy policy = EndpointPolicy.of("shop.Account#get()")
            .bearer(BearerPolicy.of("", "", "account:read"))
            .limit(LimitBy.CREDENTIAL, Primitives.PERMITS + " per second")
            .build();

    private final RecordedExchange right = new RecordedExchange("GET", new byte[0]);
    private final RecordedExchange wrong = new RecordedExchange("GET", new byte[0]);
    private final Primitives primitives;
    private final String token;

    TokenKit() {
        token = issue(Application.TOKEN_SERVICE);
        right.header("Authorization", "Bearer " + token);
        // Well formed, and issued by somebody else.
        String strangers = issue(
                TokenService.builder(new MemoryTokenStore()).withoutRefresh().build());
        wrong.header("Authorization", "Bearer " + strangers);
        primitives = new Primitives(token);
    }

    private static String issue(TokenService service) {
        try {
            return service.issue("ada" + Application.next(), Set.of("account:read"))
                    .accessToken();
        } catch (TokenRefusedException | TokenStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Verdict admitted() {
        return Application.admitted(Application.byToken(policy, right));
    }

    @Override
    public Verdict refused() {
        return Application.refused(Application.byToken(policy, wrong));
    }

    @Override
    public Object primitive() {
        return primitives.digestAndToken(token);
    }
}
