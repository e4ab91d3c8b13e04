package dropwizard;

import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.basic.BasicCredentialAuthFilter;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Environment;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class ShopApplication extends Application<ShopConfiguration> {

    private static final Logger LOGGER = LoggerFactory.getLogger(ShopApplication.class);

    public static void main(String[] args) throws Exception {
        new ShopApplication().run(args);
    }

    @Override
    public void run(ShopConfiguration configuration, Environment environment) {
        LOGGER.info("starting with {}", configuration); // BUG: SecretInToString // BUG: SecretLogged
        LOGGER.info("starting with template {}", configuration.getTemplate()); // OK: SecretLogged
        environment.jersey().register(new AuthDynamicFeature(new BasicCredentialAuthFilter.Builder<Principal>()
                .setAuthenticator(new ShopAuthenticator(configuration))
                .setRealm("shop")
                .buildAuthFilter()));
    }
}
