package listed;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;

public class Cwe532Logs {
    private static final Logger LOGGER = Logger.getLogger("listed");
    private static String shared;

    static class Account {
        private final String user;
        private final String password;

        Account(String user, String password) {
            this.user = user;
            this.password = password;
        }

        String user() {
            return user;
        }

        @Override
        public String toString() { // BUG: SecretInToString
            return "Account{" + user + "," + password + "}";
        }
    }

    static class Quiet {
        private final String user;
        private final String password;

        Quiet(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        public String toString() {
            return "Quiet{" + user + "}";
        }
    }

    void bad1(HttpServletRequest request) {
        String password = request.getParameter("password");
        try {
            Integer.parseInt(request.getParameter("n"));
        } finally {
            System.out.println("done with " + password); // BUG: SecretLogged
        }
    }

    void bad2(String user, String password) {
        LOGGER.log(Level.INFO, "login of {0} with {1}", new Object[] {user, password}); // BUG: SecretLogged
    }

    void bad3(Account account, boolean loud) {
        LOGGER.log(loud ? Level.INFO : Level.FINE, "account " + account); // BUG: SecretLogged
    }

    void bad4() {
        shared = System.getenv("API_TOKEN");
        report();
    }

    private static void report() {
        LOGGER.info("using " + shared); // BUG: SecretLogged
    }

    void bad5(String apiKey) {
        Consumer<String> printer = System.err::println; // BUG: SecretLogged
        printer.accept(apiKey);
    }

    void bad6(String clientSecret) {
        Deque<String> queue = new ArrayDeque<>();
        queue.push(clientSecret);
        while (!queue.isEmpty()) {
            LOGGER.fine(queue.pop()); // BUG: SecretLogged
        }
    }

    void bad7(char[] password) {
        PrintStream out = System.out;
        out.printf("password: %s%n", new String(password)); // BUG: SecretLogged
    }

    void bad8(HttpServletRequest request) {
        Optional.ofNullable(request.getHeader("Authorization")).ifPresent(h -> LOGGER.info("header " + h)); // BUG: SecretLogged
    }

    void bad9(String accessToken, boolean debug) {
        String text = debug ? accessToken : "***";
        LOGGER.warning(text); // BUG: SecretLogged
    }

    void good1(String user, String password) {
        LOGGER.log(Level.INFO, "login of {0} with {1} characters", new Object[] {user, password.length()}); // OK: SecretLogged
    }

    void good2(Quiet account) {
        LOGGER.log(Level.INFO, "account " + account); // OK: SecretLogged
    }

    void good3(Account account) {
        LOGGER.log(Level.INFO, "account " + account.user()); // OK: SecretLogged
    }

    void good4(String accessToken) {
        LOGGER.warning(accessToken == null ? "no token" : "token given"); // OK: SecretLogged
    }

    void good5(char[] password) {
        Arrays.fill(password, '*');
        LOGGER.info("wiped " + new String(password)); // OK: SecretLogged
    }

    void good6(String apiKey) {
        LOGGER.info("key ..." + apiKey.substring(apiKey.length() - 4)); // OK: SecretLogged
    }
}
