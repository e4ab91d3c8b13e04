package edu.example.second;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Thrown extends HttpServlet {

    void labeledBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("MAILER_HOST");
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i * j == 2) {
                    data = System.getenv("MAILER_PASSWORD");
                    break outer;
                }
            }
        }
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // BUG: SecretInErrorMessage
    }

    void labeledGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("MAILER_PASSWORD");
        outer:
        for (int i = 0; i < 3; i++) {
            data = System.getenv("MAILER_HOST");
            continue outer;
        }
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // OK: SecretInErrorMessage
    }

    static class SuperConstructorBadBase {
        protected final String text;

        SuperConstructorBadBase(String text) {
            this.text = text;
        }
    }

    static class SuperConstructorBadHeir extends SuperConstructorBadBase {
        SuperConstructorBadHeir() {
            super(System.getenv("MAILER_PASSWORD"));
        }

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = text;
            if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // BUG: SecretInErrorMessage
        }
    }

    void superConstructorBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new SuperConstructorBadHeir().run(request, response);
    }

    static class SuperConstructorGoodBase {
        protected final String text;

        SuperConstructorGoodBase(String text) {
            this.text = text;
        }
    }

    static class SuperConstructorGoodHeir extends SuperConstructorGoodBase {
        SuperConstructorGoodHeir() {
            super(System.getenv("MAILER_HOST"));
        }

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = text;
            if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // OK: SecretInErrorMessage
        }
    }

    void superConstructorGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new SuperConstructorGoodHeir().run(request, response);
    }

    void swappedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String left = System.getenv("MAILER_HOST");
        String right = System.getenv("MAILER_PASSWORD");
        String keep = left;
        left = right;
        right = keep;
        String data = left;
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // BUG: SecretInErrorMessage
    }

    void swappedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String left = System.getenv("MAILER_HOST");
        String right = System.getenv("MAILER_PASSWORD");
        String keep = left;
        left = right;
        right = keep;
        String data = right;
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // OK: SecretInErrorMessage
    }

    void curriedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Function<String, Supplier<String>> make = text -> () -> text;
        String data = make.apply(System.getenv("MAILER_PASSWORD")).get();
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // BUG: SecretInErrorMessage
    }

    void curriedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Function<String, Supplier<String>> make = text -> () -> System.getenv("MAILER_HOST");
        String data = make.apply(System.getenv("MAILER_PASSWORD")).get();
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // OK: SecretInErrorMessage
    }

    void joinedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("MAILER_PASSWORD");
        String data = String.join("", List.of(part));
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // BUG: SecretInErrorMessage
    }

    void joinedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("MAILER_HOST");
        String data = String.join("", List.of(part));
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // OK: SecretInErrorMessage
    }

    void synchronizedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        synchronized (this) {
            data = System.getenv("MAILER_PASSWORD");
        }
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // BUG: SecretInErrorMessage
    }

    void synchronizedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("MAILER_PASSWORD");
        synchronized (this) {
            data = System.getenv("MAILER_HOST");
        }
        if (data.isEmpty()) { throw new IllegalStateException("bad: " + data); } // OK: SecretInErrorMessage
    }
}
