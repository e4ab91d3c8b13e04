package net.acme.ninth;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.logging.Logger;

/** A field that says nothing by its name, and what the parameter is called that it is given. */
class Keepers {

    private static final Logger LOG = Logger.getLogger("keepers");

    /** Nobody is seen to hand anything in: the parameter's name is all there is. */
    static class Uncalled {
        private String text = "";

        void take(String oneTimePassword) {
            text = oneTimePassword;
            LOG.info("kept " + text); // BUG: SecretLogged
        }
    }

    static class Wrapped {
        private final String inner;

        Wrapped(String apiSecret) {
            this.inner = apiSecret;
        }

        void show() {
            LOG.info("wrapped " + inner); // BUG: SecretLogged
        }
    }

    /** Here somebody hands in what is none. */
    static class Called {
        private final String inner;

        Called(String password) {
            this.inner = password;
        }

        void show() {
            LOG.info("called " + inner);
        }

        static Called of(String colour) {
            return new Called(colour);
        }
    }

    static class Other {
        private String inner;

        void take(String sortKey) {
            inner = sortKey;
            LOG.info("by " + inner);
        }
    }

    /** The box on the screen, and what was typed into it. */
    static class Screen {
        private android.widget.EditText passwordField;
        private android.widget.EditText colourField;

        void submit() {
            LOG.info("typed " + passwordField.getText().toString()); // BUG: SecretLogged
            LOG.info("typed " + colourField.getText().toString());
            LOG.info("field " + passwordField.getId());
        }
    }

    void lambda(LambdaLogger out, String accessToken) {
        out.log("called with " + accessToken); // BUG: SecretLogged
        out.log("called with " + accessToken.length() + " characters");
    }
}
