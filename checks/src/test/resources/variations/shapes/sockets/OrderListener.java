package sockets;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.logging.Logger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.SaslConfigs;
import java.util.Properties;

@MessageDriven(activationConfig = @ActivationConfigProperty(propertyName = "destination", propertyValue = "orders"))
public class OrderListener implements MessageListener {

    private static final Logger LOG = Logger.getLogger("orders");
    private final String queueToken = System.getProperty("orders.token");

    @Override
    public void onMessage(Message message) {
        try {
            String authToken = message.getStringProperty("authToken");
            if (!authToken.equalsIgnoreCase(queueToken)) { // BUG: TimingUnsafeComparison
                LOG.warning("message with wrong token " + authToken); // BUG: SecretLogged
                return;
            }
            LOG.fine("order " + ((TextMessage) message).getText().length()); // OK: SecretLogged
        } catch (JMSException e) {
            throw new IllegalStateException("cannot read " + queueToken, e); // BUG: SecretInErrorMessage
        }
    }

    JMSContext open(ConnectionFactory factory) {
        return factory.createContext("orders", "0rders-in-the-queue"); // BUG: HardcodedSecret
    }

    JMSContext openGood(ConnectionFactory factory, String user, String password) {
        return factory.createContext(user, password); // OK: HardcodedSecret
    }

    KafkaConsumer<String, String> kafka() {
        Properties properties = new Properties();
        properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_SSL"); // OK: HardcodedSecret
        properties.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"shop\" password=\"k4fka-Pl4in\";"); // BUG: HardcodedSecret
        return new KafkaConsumer<>(properties);
    }

    KafkaConsumer<String, String> kafkaGood(String password) {
        Properties properties = new Properties();
        properties.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                String.format(
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"shop\" password=\"%s\";", // OK: HardcodedSecret
                        password));
        return new KafkaConsumer<>(properties);
    }
}
