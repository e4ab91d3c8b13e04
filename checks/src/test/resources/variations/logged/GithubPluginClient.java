package org.jenkinsci.plugins.ghprb;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

public class GithubPluginClient {
    private static final Logger LOGGER = Logger.getLogger(GithubPluginClient.class.getName());

    void connect(StringCredentials credentials, String url) {
        LOGGER.log(Level.FINE, "Connecting to {0} with {1}", new Object[] {url, credentials.getSecret().getPlainText()}); // BUG: SecretLogged
    }

    void quiet(StringCredentials credentials, String url) {
        LOGGER.log(Level.FINE, "Connecting to {0} as {1}", new Object[] {url, credentials.getId()}); // OK: SecretLogged
    }
}
