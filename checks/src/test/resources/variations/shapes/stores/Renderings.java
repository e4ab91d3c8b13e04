package stores;

import java.util.Objects;
import java.util.StringJoiner;
import lombok.Builder;
import lombok.Data;
import lombok.ToString;
import lombok.Value;
import org.apache.commons.lang3.builder.ReflectionToStringBuilder;
import org.apache.commons.lang3.builder.ToStringBuilder;
import org.apache.commons.lang3.builder.ToStringExclude;

final class Renderings {

    @Data
    static class Partner { // BUG: SecretInToString
        private String name;
        private String clientSecret;
    }

    @Data // OK: SecretInToString
    static class QuietPartner {
        private String name;

        @ToString.Exclude
        private String clientSecret;
    }

    @Value
    @Builder
    static class Smtp { // BUG: SecretInToString
        String host;
        String password;
    }

    @ToString(onlyExplicitlyIncluded = true) // OK: SecretInToString
    static class Picky {
        @ToString.Include
        private String host;
        private String password;
    }

    static class ByBuilder {
        private String host;
        private String accessToken;

        @Override
        public String toString() { // BUG: SecretInToString
            return new ToStringBuilder(this).append("host", host).append("token", accessToken).toString();
        }
    }

    static class ByReflection {
        private String host;
        private String accessToken;

        @Override
        public String toString() { // BUG: SecretInToString
            return ReflectionToStringBuilder.toString(this);
        }
    }

    static class ByReflectionGood {
        private String host;

        @ToStringExclude
        private String accessToken;

        @Override
        public String toString() {
            return ReflectionToStringBuilder.toString(this); // OK: SecretInToString
        }
    }

    static class ByJoiner {
        private String host;
        private char[] passphrase;

        @Override
        public String toString() { // BUG: SecretInToString
            return new StringJoiner(", ", ByJoiner.class.getSimpleName() + "[", "]")
                    .add("host='" + host + "'")
                    .add("passphrase='" + String.valueOf(passphrase) + "'")
                    .toString();
        }
    }

    static class Presence {
        private String host;
        private String apiToken;

        @Override
        public String toString() {
            return "Presence[" + host + ", apiToken " + (apiToken == null ? "missing" : "set") + "]"; // OK: SecretInToString
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Presence p && Objects.equals(host, p.host) && Objects.equals(apiToken, p.apiToken); // OK: TimingUnsafeComparison
        }

        @Override
        public int hashCode() {
            return Objects.hash(host, apiToken);
        }
    }

    abstract static class Base {
        protected String password;

        abstract String kind();

        @Override
        public String toString() { // BUG: SecretInToString
            return kind() + ":" + password;
        }
    }

    static final class Sub extends Base {
        @Override
        String kind() {
            return "sub";
        }
    }

    void print(Sub sub) {
        System.out.println(sub); // BUG: SecretInToString // BUG: SecretLogged
    }

    record Login(String user, char[] password) { // OK: SecretInToString
        @Override
        public String toString() {
            return "Login[user=%s]".formatted(user);
        }
    }
}
