package wires;

import java.util.Properties;
import javax.mail.Authenticator;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.PasswordAuthentication;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

final class Mailer {

    Session literal(Properties properties) {
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("noreply@shop.example", "sm7p-pa55-word"); // BUG: HardcodedSecret
            }
        });
    }

    Session handed(Properties properties, String user, String password) {
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password); // OK: HardcodedSecret
            }
        });
    }

    JavaMailSenderImpl spring() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("smtp.shop.example"); // OK: HardcodedSecret
        sender.setPassword("sm7p-pa55-word"); // BUG: HardcodedSecret
        return sender;
    }

    void connect(Session session, Message message) throws MessagingException {
        try (Transport transport = session.getTransport("smtps")) { // BUG: DisabledTlsVerification
            transport.connect("smtp.shop.example", 465, "noreply", "sm7p-pa55-word"); // BUG: HardcodedSecret
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    void connectGood(Session session, Message message) throws MessagingException {
        try (Transport transport = session.getTransport("smtps")) {
            transport.connect("smtp.shop.example", 465, "noreply", System.getProperty("smtp.password")); // OK: HardcodedSecret
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    Message reset(Session session, String to, String resetToken) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject("Your new password"); // OK: SecretInResponse
        message.setText("Follow http://shop.example/reset?token=" + resetToken); // BUG: SecretOverPlainHttp // BUG: SecretInUrl
        return message;
    }
}
