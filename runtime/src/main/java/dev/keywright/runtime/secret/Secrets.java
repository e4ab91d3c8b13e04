package dev.keywright.runtime.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the secrets that annotations name are found. Each secret is a set of values, so that one can follow another: all of
 * them verify, told apart by their key ids. They are read once, at the start.
 *
 * <p>The text form is {@code <key id>=<value>}, several separated by white space; a lone value may leave its key id out and
 * then has the secret's name for one. A value is taken as UTF-8 text, or decoded after {@code base64:} or {@code hex:}.
 *
 * <pre>{@code
 * KEYWRIGHT_SECRET_SHOP_WEBHOOK="2026-11=base64:Zm9v… 2026-05=base64:YmFy…"
 * }</pre>
 */
@FunctionalInterface
public interface Secrets {

    /**
     * The values of a secret.
     *
     * @param name as in {@code @HmacSigned(secret = "shop-webhook")}
     * @return empty when there is no such secret
     * @throws IllegalArgumentException when it has no valid form; the message holds no value
     */
    List<SecretValue> find(String name);

    /** Values in text form, by name; from a framework's configuration, say. */
    static Secrets of(Map<String, String> texts) {
        Map<String, String> copy = Map.copyOf(texts);
        return name -> parse(name, copy.get(name));
    }

    /** Values in text form from any look-up. */
    static Secrets from(Function<String, @Nullable String> lookup) {
        return name -> parse(name, lookup.apply(name));
    }

    /** Environment variables: {@code shop-webhook} is {@code KEYWRIGHT_SECRET_SHOP_WEBHOOK}. */
    static Secrets environment() {
        return from(name -> System.getenv(variable(name)));
    }

    /** The environment variable in which {@link #environment()} looks for a secret. */
    static String variable(String name) {
        return "KEYWRIGHT_SECRET_"
                + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    /** Files, as container platforms mount them: one per secret, its name the secret's. */
    static Secrets files(Path directory) {
        return name -> {
            Path file = directory.resolve(name);
            if (!Files.isRegularFile(file)) {
                return List.of();
            }
            try {
                return SecretForm.parse(name, Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("The file of the secret '" + name + "' cannot be read.", e);
            }
        };
    }

    /** The first of these that has the secret. */
    static Secrets firstOf(Secrets... places) {
        List<Secrets> all = List.of(places);
        return name -> {
            for (Secrets place : all) {
                List<SecretValue> found = place.find(name);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        };
    }

    private static List<SecretValue> parse(String name, @Nullable String text) {
        return text == null || text.isBlank() ? List.of() : SecretForm.parse(name, text);
    }
}
