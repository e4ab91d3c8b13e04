package dev.keywright.checks.rules.endpoint;

import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.endpoint.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Endpoints whose calls are worth guessing with. One is recognised by two signs of different kinds: the words of its route or
 * method, and what the caller hands in. Neither suffices: {@code GET /login} shows a page, and whoever is registered hands
 * in a password too.
 */
enum Purpose {
    LOGIN(
            "checks a password",
            List.of(
                    "login",
                    "log in",
                    "signin",
                    "sign in",
                    "logon",
                    "log on",
                    "authenticate",
                    "authentication",
                    "auth",
                    "session",
                    "sessions",
                    "anmelden",
                    "anmeldung",
                    "einloggen",
                    "connexion",
                    "iniciar sesion",
                    "entrar"),
            loginInputs()),
    TOKEN(
            "issues tokens",
            List.of("token", "tokens", "access token", "refresh token", "refresh"),
            List.of(
                    "password",
                    "client secret",
                    "grant type",
                    "refresh token",
                    "assertion",
                    "token request",
                    "refresh request")),
    PASSWORD_RESET(
            "resets a password",
            List.of(
                    "reset password",
                    "password reset",
                    "forgot password",
                    "password forgot",
                    "forgotten password",
                    "password forgotten",
                    "recover password",
                    "password recovery",
                    "lost password",
                    "password recover",
                    "password lost",
                    "account recovery",
                    "recover account",
                    "reset credentials",
                    "passwort vergessen",
                    "passwort zuruecksetzen",
                    "reset passwd",
                    "forgot passwd",
                    "reset pwd",
                    "forgot pwd"),
            List.of(
                    "email",
                    "mail",
                    "username",
                    "user name",
                    "user",
                    "account",
                    "phone",
                    "mobile",
                    "token",
                    "code",
                    "password",
                    "reset request",
                    "password request",
                    "login")),
    ONE_TIME_CODE(
            "sends or checks a one-time code",
            List.of(
                    "otp",
                    "totp",
                    "mfa",
                    "2fa",
                    "two factor",
                    "one time password",
                    "one time code",
                    "verification code",
                    "verify code",
                    "code verify",
                    "sms code",
                    "send code",
                    "confirm code",
                    "security code",
                    "verify pin",
                    "check pin",
                    "pin verify",
                    "pin check",
                    "passcode",
                    "magic link"),
            List.of("code", "otp", "totp", "pin", "passcode", "token", "phone", "mobile", "email", "factor", "msisdn"));

    private final String does;
    private final List<String> routeWords;
    private final List<String> inputWords;

    Purpose(String does, List<String> routeWords, List<String> inputWords) {
        this.does = does;
        this.routeWords = routeWords;
        this.inputWords = inputWords;
    }

    /** What a log-in is handed: a password, or an object that is named after it: {@code LoginDto}, {@code SignInForm}. */
    private static List<String> loginInputs() {
        List<String> inputs = new ArrayList<>(List.of("password", "credentials", "pin"));
        for (String what : List.of("login", "log in", "signin", "sign in", "auth", "authentication")) {
            for (String shape : List.of(
                    "request", "req", "dto", "form", "vo", "bo", "param", "params", "body", "command", "input",
                    "payload", "so", "info", "user")) {
                inputs.add(what + " " + shape);
            }
        }
        return inputs;
    }

    /** What such an endpoint does, as a message says it. */
    String does() {
        return does;
    }

    static Optional<Purpose> of(Endpoint endpoint, Inputs inputs) {
        List<List<String>> routes = new ArrayList<>();
        routes.add(Words.of(endpoint.method().name()));
        if (endpoint.paths().isEmpty()) {
            routes.add(Words.of(endpoint.type().simpleName())); // a servlet whose path stands in web.xml
        }
        endpoint.paths().forEach(path -> routes.add(Words.of(path.replaceAll("\\{[^}]*}", "/"))));
        Set<String> said = new HashSet<>(inputs.phrases(endpoint));
        for (Purpose purpose : List.of(PASSWORD_RESET, ONE_TIME_CODE, TOKEN, LOGIN)) {
            if (routes.stream().anyMatch(purpose::isNamedIn)
                    && purpose.inputWords.stream().anyMatch(said::contains)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }

    private boolean isNamedIn(List<String> words) {
        return routeWords.stream().anyMatch(phrase -> Words.contain(words, phrase));
    }
}
