package net.halyard.lombok;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.CustomLog;
import lombok.Data;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.Setter;
import lombok.ToString;
import lombok.Value;
import lombok.With;
import lombok.experimental.SuperBuilder;
import lombok.extern.flogger.Flogger;
import lombok.extern.java.Log;
import lombok.extern.jbosslog.JBossLog;
import lombok.extern.log4j.Log4j2;
import lombok.extern.slf4j.Slf4j;

@Slf4j
@RequiredArgsConstructor
class LombokTypes {

    private final Account account;
    private final Partner partner;
    private final Quiet quiet;
    private final Linked linked;

    void log(String header) {
        log.info("account {}", account.getLogin());
        log.info("account {}", account.getPassword()); // BUG: SecretLogged
        log.info("account {}", account); // BUG: SecretLogged
        log.info("quiet {}", quiet);
        log.info("partner {}", partner.name());
        log.info("partner {}", partner.apiKey()); // BUG: SecretLogged
        log.info("linked {}", linked);
        log.info("linked {}", linked.getInner().getPassword()); // BUG: SecretLogged
        if (header.equals(partner.apiKey())) { // BUG: TimingUnsafeComparison
            log.info("same");
        }
    }

    void build() {
        Account made = Account.builder().login("bob").password("hunter2-hunter2").build(); // BUG: HardcodedSecret
        log.debug("made {}", made.withLogin("eve").getLogin());
        log.debug("builder {}", Account.builder().login("bob").password(System.getenv("BOB_PASSWORD"))); // BUG: SecretLogged
        Child child = Child.builder().title("x").clientSecret(System.getenv("CLIENT_SECRET")).build();
        log.warn("child {}", child); // BUG: SecretLogged
    }
}

@Data
@Builder
@With
@AllArgsConstructor
class Account { // BUG: SecretInToString
    private String login;
    private String password;
}

@Value
@lombok.experimental.Accessors(fluent = true)
class Partner {
    String name;

    @ToString.Exclude
    String apiKey;
}

@Getter
@Setter
@ToString(onlyExplicitlyIncluded = true)
class Quiet {
    @ToString.Include
    private String label;

    private String accessToken;
}

@Getter
@ToString(of = "label")
class Linked {
    private String label;
    private Account inner;
}

@Getter
@SuperBuilder
@ToString(exclude = "refreshToken")
@EqualsAndHashCode
class Base {
    private String title;
    private String refreshToken;
}

@SuperBuilder
@ToString(callSuper = true)
class Child extends Base { // BUG: SecretInToString
    private String clientSecret;
}

@Log
class JulUser {
    void go(String apiKey) {
        log.info("key " + apiKey); // BUG: SecretLogged
        log.info("length " + apiKey.length());
    }
}

@Log4j2
class Log4jUser {
    void go(String apiKey) {
        log.error("key {}", apiKey); // BUG: SecretLogged
    }
}

@Flogger
class FloggerUser {
    void go(String apiKey) {
        log.atInfo().log("key %s", apiKey); // BUG: SecretLogged
    }
}

@JBossLog
class JBossUser {
    void go(String apiKey) {
        log.infof("key %s", apiKey); // BUG: SecretLogged
    }
}

@Slf4j(topic = "audit")
class TopicUser {
    void go(String apiKey) {
        log.atWarn().addKeyValue("key", apiKey).log("refused"); // BUG: SecretLogged
    }
}
