package modern;

/** The kinds of credentials that the gateway hands out. */
public sealed interface Credentials permits Credentials.Basic, Credentials.Key, Credentials.None {

    record Basic(String user, String password) implements Credentials { // OK: SecretInToString
        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    record Key(String apiKey) implements Credentials {} // BUG: SecretInToString

    record None() implements Credentials {} // OK: SecretInToString
}
