package tenth;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

class Drawn {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    String fromDefault() {
        RandomGenerator g = RandomGenerator.getDefault();
        String csrfToken = Long.toHexString(g.nextLong()); // BUG: WeakSecretRandom
        return csrfToken;
    }

    String byName() {
        RandomGenerator g = RandomGenerator.of("L64X128MixRandom");
        String accessToken = Long.toString(g.nextLong(), 36); // BUG: WeakSecretRandom
        return accessToken;
    }

    String chosen(boolean fast) {
        Random r = fast ? new Random() : new SecureRandom();
        String password = Integer.toString(r.nextInt(), 36); // BUG: WeakSecretRandom
        return password;
    }

    String chosenWell(boolean blocking) throws Exception {
        Random r = blocking ? SecureRandom.getInstanceStrong() : new SecureRandom();
        String password = Integer.toString(r.nextInt(), 36);
        return password;
    }

    CharSequence voucher(int length) {
        Random random = new Random();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < length; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length()))); // BUG: WeakSecretRandom
        }
        return password.reverse();
    }

    CharSequence colour(int length) {
        SplittableRandom random = new SplittableRandom();
        StringBuilder shade = new StringBuilder("#");
        for (int i = 0; i < length; i++) {
            shade.append(random.nextInt(10));
        }
        return shade;
    }

    String clock() {
        String apiKey = "ak_" + Instant.now().toEpochMilli(); // BUG: WeakSecretRandom
        return apiKey;
    }

    long deadline() {
        long tokenExpiresAt = Instant.now().toEpochMilli() + 3_600_000;
        return tokenExpiresAt;
    }

    String someToken(List<String> tokens, Random dice) {
        Random random = new Random();
        String token = tokens.get(random.nextInt(tokens.size()));
        return token;
    }

    String oneOfAll(String[] tokens) {
        String token = tokens[new Random().nextInt(tokens.length)];
        return token;
    }
}
