package net.acme.ninth;

import java.util.logging.Logger;

/** What is left of a text. */
class Shown {

    private static final Logger LOG = Logger.getLogger("shown");

    void stars(String apiSecret) {
        LOG.info(apiSecret.replaceAll(".", "*"));
        LOG.info(apiSecret.replaceAll(".(?=.{4})", "x"));
        LOG.info(apiSecret.replaceAll("\\s", "")); // BUG: SecretLogged
        LOG.info(apiSecret.replaceAll("^sk_", "")); // BUG: SecretLogged
    }

    void ends(String password) {
        LOG.info(password.charAt(0) + "***" + password.charAt(password.length() - 1));
    }

    String remote(String login, String token) {
        return "https://" + login + ":" + token + "@git.acme.net/app.git"; // BUG: SecretInUrl
    }

    String place(String host, String token) {
        return "https://" + host + ":" + 8443 + "/tokens?after=" + token.length();
    }
}
