package net.game.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;

public class HandMade {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Players players;

    HandMade(Players players) {
        this.players = players;
    }

    Player current(HttpServletRequest request) throws Exception {
        String jwt = request.getHeader("Authorization").replace("Bearer ", "");
        String[] parts = jwt.split("\\.");
        byte[] payload = Base64.getUrlDecoder().decode(parts[1]); // BUG: UnverifiedToken
        JsonNode claims = mapper.readTree(new String(payload, StandardCharsets.UTF_8));
        return players.byName(claims.get("sub").asText());
    }

    interface Players {
        Player byName(String name);
    }

    interface Player {}
}
