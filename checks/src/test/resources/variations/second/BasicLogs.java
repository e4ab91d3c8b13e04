package edu.example.second;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class BasicLogs extends HttpServlet {

    private static final Logger LOG = Logger.getLogger("BasicLogs");

    void doWhileBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        do {
            data = System.getenv("MAILER_PASSWORD");
        } while (data == null);
        LOG.warning("sending with " + data); // BUG: SecretLogged
    }

    void doWhileGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("MAILER_PASSWORD");
        do {
            data = System.getenv("MAILER_HOST");
        } while (Gates.closed());
        LOG.warning("sending with " + data); // OK: SecretLogged
    }

    private static final String FIXED_StaticBlockBad;

    static {
        FIXED_StaticBlockBad = System.getenv("MAILER_PASSWORD");
    }

    void staticBlockBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = FIXED_StaticBlockBad;
        LOG.warning("sending with " + data); // BUG: SecretLogged
    }

    private static final String FIXED_StaticBlockGood;

    static {
        FIXED_StaticBlockGood = System.getenv("MAILER_HOST");
    }

    void staticBlockGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = FIXED_StaticBlockGood;
        LOG.warning("sending with " + data); // OK: SecretLogged
    }

    static class BuilderObjectBadBuilder {
        private String host;
        private String extra;

        BuilderObjectBadBuilder host(String value) {
            host = value;
            return this;
        }

        BuilderObjectBadBuilder extra(String value) {
            extra = value;
            return this;
        }

        String first() {
            return host;
        }

        String second() {
            return extra;
        }
    }

    void builderObjectBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new BuilderObjectBadBuilder().host(System.getenv("MAILER_HOST")).extra(System.getenv("MAILER_PASSWORD")).second();
        LOG.warning("sending with " + data); // BUG: SecretLogged
    }

    static class BuilderObjectGoodBuilder {
        private String host;
        private String extra;

        BuilderObjectGoodBuilder host(String value) {
            host = value;
            return this;
        }

        BuilderObjectGoodBuilder extra(String value) {
            extra = value;
            return this;
        }

        String first() {
            return host;
        }

        String second() {
            return extra;
        }
    }

    void builderObjectGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new BuilderObjectGoodBuilder().host(System.getenv("MAILER_HOST")).extra(System.getenv("MAILER_PASSWORD")).first();
        LOG.warning("sending with " + data); // OK: SecretLogged
    }

    void entryLoopBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("one", System.getenv("MAILER_PASSWORD"));
        for (Map.Entry<String, String> entry : map.entrySet()) {
            String data = entry.getValue();
            LOG.warning("sending with " + data); // BUG: SecretLogged
        }
    }

    void entryLoopGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("one", System.getenv("MAILER_HOST"));
        for (Map.Entry<String, String> entry : map.entrySet()) {
            String data = entry.getValue();
            LOG.warning("sending with " + data); // OK: SecretLogged
        }
    }

    private final Supplier<String> sourceFieldLambdaBad = () -> System.getenv("MAILER_PASSWORD");

    void fieldLambdaBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = sourceFieldLambdaBad.get();
        LOG.warning("sending with " + data); // BUG: SecretLogged
    }

    private final Supplier<String> sourceFieldLambdaGood = () -> System.getenv("MAILER_HOST");

    void fieldLambdaGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = sourceFieldLambdaGood.get();
        LOG.warning("sending with " + data); // OK: SecretLogged
    }

    static final class SingletonBadKeeper {
        private static final SingletonBadKeeper ONLY = new SingletonBadKeeper();
        private String text;

        static SingletonBadKeeper get() {
            return ONLY;
        }

        void put(String given) {
            text = given;
        }

        String take() {
            return text;
        }
    }

    void singletonBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        SingletonBadKeeper.get().put(System.getenv("MAILER_PASSWORD"));
        String data = SingletonBadKeeper.get().take();
        LOG.warning("sending with " + data); // BUG: SecretLogged
    }

    static final class SingletonGoodKeeper {
        private static final SingletonGoodKeeper ONLY = new SingletonGoodKeeper();
        private String text;

        static SingletonGoodKeeper get() {
            return ONLY;
        }

        void put(String given) {
            text = given;
        }

        String take() {
            return text;
        }
    }

    void singletonGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        SingletonGoodKeeper.get().put(System.getenv("MAILER_HOST"));
        String data = SingletonGoodKeeper.get().take();
        LOG.warning("sending with " + data); // OK: SecretLogged
    }

    void caughtWrappedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        try {
            throw new IllegalStateException("x");
        } catch (IllegalStateException e) {
            data = System.getenv("MAILER_PASSWORD");
        }
        LOG.warning("sending with " + data); // BUG: SecretLogged
    }

    void caughtWrappedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("MAILER_HOST");
        try {
            Integer.parseInt("7");
        } catch (NumberFormatException e) {
            return;
        }
        LOG.warning("sending with " + data); // OK: SecretLogged
    }
}
