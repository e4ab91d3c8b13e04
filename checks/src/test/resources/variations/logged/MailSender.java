package io.acme.mail;

import java.util.Properties;
import javax.mail.PasswordAuthentication;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class MailSender {
    private static final Logger LOGGER = LogManager.getLogger();

    void send(Properties props) {
        String smtpPassword = props.getProperty("mail.smtp.password");
        LOGGER.debug("smtp {} {}", props.getProperty("mail.smtp.user"), smtpPassword); // BUG: SecretLogged
        LOGGER.debug(() -> "using password " + smtpPassword); // BUG: SecretLogged
        LOGGER.debug("password set: {}", smtpPassword != null && !smtpPassword.isEmpty()); // OK: SecretLogged
        System.out.println("smtp password = " + smtpPassword); // BUG: SecretLogged
    }

    PasswordAuthentication auth(String u, String p) {
        PasswordAuthentication pa = new PasswordAuthentication(u, p);
        LOGGER.trace("auth with {}", pa.getPassword()); // BUG: SecretLogged
        return pa;
    }
}
