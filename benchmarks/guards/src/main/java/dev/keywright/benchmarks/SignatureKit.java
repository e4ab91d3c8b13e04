package dev.keywright.benchmarks;

import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.HmacPolicy;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.replay.NonceStore;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signed request with a body of 1 KiB, beside the digests that its scheme prescribes, their comparison and, where the scheme
 * has something that comes once only, one insertion into the same nonce store.
 */
final class SignatureKit implements Kit {

    private static final int WRONG = 64;

    private final SignedRequests requests;
    private final EndpointPolicy policy;
    private final RecordedExchange[] right = new RecordedExchange[RollingNonces.SUPPLY];
    private final RecordedExchange[] wrong = new RecordedExchange[WRONG];
    private final String[] nonces = new String[RollingNonces.SUPPLY];
    private final byte[] signed;
    private final byte[] expected = new byte[32];
    private final String credential = "primitive" + Application.next();
    private final MessageDigest sha256 = Primitives.sha256();
    private final Mac mac;
    private int next;
    private int nextWrong;
    private int nextNonce;

    SignatureKit(Mechanism scheme) {
        String secret = "secret-" + Application.next();
        requests = new SignedRequests(scheme, Application.randomSecret());
        Application.SECRETS.put(secret, requests.configured());
        policy = EndpointPolicy.of("shop.Hook#receive()")
                .hmac(HmacPolicy.of(scheme.name(), secret, "600 seconds", "1 MiB"))
                .build();
        for (int i = 0; i < right.length; i++) {
            right[i] = requests.right(i);
            // As long as most nonces are.
            nonces[i] = "nonce-" + Application.next() + "-aaaaaaaaaaaa";
        }
        for (int i = 0; i < WRONG; i++) {
            wrong[i] = requests.wrong(i);
        }
        signed = requests.signedText();
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Application.randomSecret(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Verdict admitted() {
        next = next + 1 == right.length ? 0 : next + 1;
        return Application.admitted(Application.bySignature(policy, right[next]));
    }

    @Override
    public Verdict refused() {
        nextWrong = (nextWrong + 1) % WRONG;
        return Application.refused(Application.bySignature(policy, wrong[nextWrong]));
    }

    @Override
    public Object primitive() {
        boolean fits = true;
        if (requests.digestsBody()) {
            byte[] digest = sha256.digest(SignedRequests.BODY);
            System.arraycopy(digest, 0, signed, signed.length - digest.length, digest.length);
            fits = MessageDigest.isEqual(digest, expected);
            mac.update(signed);
        } else {
            mac.update(signed);
            mac.update(SignedRequests.BODY);
        }
        fits |= MessageDigest.isEqual(mac.doFinal(), expected);
        if (requests.comesOnce()) {
            long now = InstantSource.system().millis();
            nextNonce = nextNonce + 1 == nonces.length ? 0 : nextNonce + 1;
            NonceStore.Answer answer = Application.NONCES.record(credential, nonces[nextNonce], now + 630_000, now);
            if (answer != NonceStore.Answer.RECORDED) {
                throw new IllegalStateException("The nonce must be new.");
            }
        }
        return fits;
    }
}
