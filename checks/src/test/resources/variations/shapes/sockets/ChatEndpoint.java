package sockets;

import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ServerEndpoint("/chat")
public class ChatEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ChatEndpoint.class);
    private static final String CHAT_TOKEN = System.getenv("CHAT_TOKEN");

    @OnOpen
    public void open(Session session, EndpointConfig config) throws IOException {
        Map<String, List<String>> query = session.getRequestParameterMap();
        String token = query.get("access_token").get(0); // BUG: SecretFromQueryParameter
        if (!CHAT_TOKEN.contentEquals(token)) { // BUG: TimingUnsafeComparison
            session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "expected " + CHAT_TOKEN)); // BUG: SecretInResponse
            return;
        }
        String room = query.get("room").get(0); // OK: SecretFromQueryParameter
        log.info("{} joined {}", session.getId(), room); // OK: SecretLogged
    }

    @OnMessage
    public String message(String text, Session session) {
        if (text.startsWith("login ")) {
            String password = text.substring("login ".length());
            log.info("login with {}", password); // BUG: SecretLogged
            return MessageDigest.isEqual( // OK: TimingUnsafeComparison
                            password.getBytes(StandardCharsets.UTF_8), CHAT_TOKEN.getBytes(StandardCharsets.UTF_8))
                    ? "welcome"
                    : "no";
        }
        return text; // OK: SecretInResponse
    }
}
