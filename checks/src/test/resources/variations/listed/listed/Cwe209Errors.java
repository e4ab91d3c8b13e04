package listed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Cwe209Errors {
    private String password;

    void bad1(HttpServletRequest request, HttpServletResponse response) throws IOException {
        password = request.getParameter("password");
        if (password.length() < 12) {
            response.sendError(400, "The password " + password + " is too short"); // BUG: SecretInErrorMessage
        }
    }

    Connection bad2(String url, String user) {
        String secret = System.getProperty("db.password");
        try {
            return DriverManager.getConnection(url, user, secret);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect as " + user + "/" + secret, e); // BUG: SecretInErrorMessage
        }
    }

    void bad3(List<String> headers) {
        LinkedList<String> list = new LinkedList<>();
        list.add(0, System.getenv("CLIENT_SECRET"));
        list.add(1, "region");
        throw new IllegalArgumentException(String.format("bad client %s", list.get(0))); // BUG: SecretInErrorMessage
    }

    static class Failure extends RuntimeException {
        Failure(String detail) {
            super(detail);
        }
    }

    void bad4(HttpServletRequest request) {
        String token = request.getHeader("Authorization");
        throw new Failure("not a valid token: " + token); // BUG: SecretInErrorMessage
    }

    void good1(HttpServletRequest request, HttpServletResponse response) throws IOException {
        password = request.getParameter("password");
        if (password.length() < 12) {
            response.sendError(400, "The password has only " + password.length() + " characters"); // OK: SecretInErrorMessage
        }
    }

    Connection good2(String url, String user) {
        String secret = System.getProperty("db.password");
        try {
            return DriverManager.getConnection(url, user, secret);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect as " + user, e); // OK: SecretInErrorMessage
        }
    }

    void good3() {
        LinkedList<String> list = new LinkedList<>();
        list.add(0, System.getenv("CLIENT_SECRET"));
        list.add(1, "region");
        throw new IllegalArgumentException(String.format("bad client in %s", list.get(1))); // OK: SecretInErrorMessage
    }

    void good4(HttpServletRequest request) {
        if (request.getHeader("Authorization") == null) {
            throw new Failure("missing token in " + request.getRequestURI()); // OK: SecretInErrorMessage
        }
    }
}
