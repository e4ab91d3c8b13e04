package com.acme.audit;

import com.acme.audit.support.Console;
import io.quarkus.logging.Log;
import java.util.Arrays;
import java.util.function.Supplier;
import lombok.Data;
import lombok.ToString;
import lombok.extern.slf4j.Slf4j;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sync")
public class Audit implements Runnable {
    @Option(names = {"-p", "--password"}, interactive = true)
    char[] secretChars;

    @Option(names = "--token", required = true)
    String t;

    @Option(names = "--verbose")
    boolean verbose;

    @Parameters(index = "0")
    String target;

    @Override
    public void run() {
        if (verbose) {
            System.out.println("syncing " + target + " with " + t); // BUG: SecretLogged
            System.out.println(Arrays.toString(new String[] {target, "-p", String.valueOf(secretChars)})); // BUG: SecretLogged
        }
        System.out.printf("verbose=%s target=%s%n", verbose, target); // OK: SecretLogged
        Console.say("connecting with " + t); // BUG: SecretLogged
        Console.say("connecting to " + target); // OK: SecretLogged
        Log.debugf("token %s", t); // BUG: SecretLogged
    }
}

@Slf4j
class LombokService {
    void login(LoginForm form) {
        log.info("login attempt: {}", form); // BUG: SecretLogged
        log.info("login attempt: {}", form.getUsername()); // OK: SecretLogged
        MaskedForm masked = new MaskedForm();
        log.info("masked {}", masked); // OK: SecretLogged
    }

    void trace(Supplier<String> keyOfTenant) {
        String apiKey = keyOfTenant.get();
        log.atInfo().addKeyValue("key", apiKey).log("calling"); // BUG: SecretLogged
        log.atInfo().addArgument(() -> apiKey).log("calling {}"); // BUG: SecretLogged
        log.atInfo().addKeyValue("keyId", apiKey.length()).log("calling"); // OK: SecretLogged
    }
}

@Data
class LoginForm { // BUG: SecretInToString
    private String username;
    private String password;
}

@Data
class MaskedForm {
    private String username;

    @ToString.Exclude
    private String password;
}
