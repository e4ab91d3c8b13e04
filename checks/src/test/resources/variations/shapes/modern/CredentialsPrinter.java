package modern;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class CredentialsPrinter {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialsPrinter.class);

    void describeBad(Credentials credentials) {
        String shown = switch (credentials) {
            case Credentials.Basic b -> b.user() + "/" + b.password();
            case Credentials.Key k -> "key";
            case Credentials.None n -> "nobody";
        };
        LOG.info("using {}", shown); // BUG: SecretLogged
    }

    void describeGood(Credentials credentials) {
        String shown = switch (credentials) {
            case Credentials.Basic b -> b.user();
            case Credentials.Key k -> "a key of " + k.apiKey().length() + " characters";
            case Credentials.None n -> "nobody";
        };
        LOG.info("using {}", shown); // OK: SecretLogged
    }

    void deconstruct(Object o) {
        if (o instanceof Credentials.Basic(String who, String what)) {
            LOG.debug("{} has {}", who, what); // BUG: SecretLogged
        }
    }

    void deconstructGood(Object o) {
        if (o instanceof Credentials.Basic(String who, String what) && !what.isEmpty()) {
            LOG.debug("{} has a password", who); // OK: SecretLogged
        }
    }

    void optional(Credentials.Key key) {
        Optional.ofNullable(key).map(Credentials.Key::apiKey).ifPresent(k -> LOG.info("key {}", k)); // BUG: SecretLogged
    }

    void stream(List<Credentials.Key> keys) {
        String all = keys.stream().map(Credentials.Key::apiKey).sorted().collect(Collectors.joining(", "));
        LOG.info("known: {}", all); // BUG: SecretLogged
    }

    void streamGood(List<Credentials.Basic> users) {
        String all = users.stream().map(Credentials.Basic::user).sorted().collect(Collectors.joining(", "));
        LOG.info("known: {}", all); // OK: SecretLogged
    }

    void later(ExecutorService pool, Supplier<Credentials.Key> source) {
        CompletableFuture.supplyAsync(source, pool)
                .thenApply(Credentials.Key::apiKey)
                .thenAccept(text -> LOG.info("fetched {}", text)); // BUG: SecretLogged
    }

    void laterGood(ExecutorService pool, Supplier<Credentials.Key> source) {
        CompletableFuture.supplyAsync(source, pool)
                .thenApply(Credentials.Key::apiKey)
                .thenApply(String::length)
                .thenAccept(length -> LOG.info("fetched {} characters", length)); // OK: SecretLogged
    }

    void callback(Credentials.Key key) {
        hand(key.apiKey(), text -> LOG.trace("sent {}", text)); // BUG: SecretLogged
    }

    private void hand(String text, Consumer<String> after) {
        after.accept(text);
    }

    void textBlock(Credentials.Basic basic) {
        String message = """
                Could not log in
                  user: %s
                  password: %s
                """.formatted(basic.user(), basic.password());
        throw new IllegalStateException(message); // BUG: SecretInErrorMessage
    }

    void textBlockGood(Credentials.Basic basic) {
        String message = """
                Could not log in
                  user: %s
                  password: ***
                """.formatted(basic.user());
        throw new IllegalStateException(message); // OK: SecretInErrorMessage
    }

    String finallyBad(Credentials.Basic basic) {
        String last = "";
        try {
            last = basic.password();
            return basic.user();
        } finally {
            System.out.println("done with " + last); // BUG: SecretLogged
        }
    }

    void thread(Credentials.Basic basic) {
        final String copy = basic.password();
        Thread thread = new Thread(() -> {
            System.out.printf("%s%n", copy); // BUG: SecretLogged
        });
        thread.start();
    }

    void anonymous(Credentials.Basic basic) {
        Runnable task = new Runnable() {
            private final String mine = basic.password();

            @Override
            public void run() {
                LOG.info("running for {}", mine); // BUG: SecretLogged
            }
        };
        task.run();
    }

    void masked(Credentials.Key key) {
        String k = key.apiKey();
        LOG.info("key {}", k.length() > 8 ? k.substring(0, 4) + "…" : "****"); // OK: SecretLogged
    }
}
