package net.acme.gate;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwt;
import io.jsonwebtoken.Jwts;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

public class Gate {

    private static final String IDS_NS = "http://ids.partner.example/2024/ids";
    private static final String FORWARDED = "X-Forwarded-For";

    private Key key;

    Claims claims(String token) {
        Jwt<?, Claims> jwt = Jwts.parser().setSigningKey(key).parse(token); // BUG: UnverifiedToken
        Object audience = jwt.getBody().get("aud");
        if (audience instanceof List) {
            throw new IllegalStateException("one audience at most");
        }
        return jwt.getBody();
    }

    Object signedClaims(String token) {
        Jwt<?, ?> jwt = Jwts.parser().setSigningKey(key).parse(token);
        if (!(jwt instanceof Jws)) {
            throw new IllegalStateException("unsigned");
        }
        return jwt.getBody();
    }

    List<Id> handleAuthentication(HttpServletRequest request) {
        List<Id> ids = new ArrayList<>();
        ids.add(new Id("ip", address(request))); // BUG: SpoofableClientAddress
        return ids;
    }

    List<Id> authenticateAsConfigured(HttpServletRequest request) {
        List<Id> ids = new ArrayList<>();
        ids.add(new Id("ip", configured(request)));
        return ids;
    }

    private static String address(HttpServletRequest request) {
        String forwarded = request.getHeader(FORWARDED);
        return forwarded == null ? request.getRemoteAddr() : forwarded;
    }

    private static String configured(HttpServletRequest request) {
        if (!Boolean.getBoolean("acme.behind")) {
            return request.getRemoteAddr();
        }
        return request.getHeader(FORWARDED);
    }

    void name(Element element, Exchange exchange, String apiToken) {
        exchange.put(element.getAttributeNS(IDS_NS, "Id"), apiToken);
        exchange.put(element.getAttributeNS("http://docs.oasis-open.org/wss/utility", "Id"), apiToken);
    }

    interface Exchange {
        void put(String id, String value);
    }

    record Id(String scheme, String value) {}
}
