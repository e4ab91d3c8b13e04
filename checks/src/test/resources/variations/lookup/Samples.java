package io.acme.lk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

public class Samples {
    private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();
    private ApiKeyRepository apiKeys;
    private JdbcTemplate jdbc;
    private EntityManager em;

    Tenant map(HttpServletRequest request) {
        return tenants.get(request.getHeader("X-Api-Key")); // BUG: RawKeyLookup
    }

    @GetMapping("/a")
    Optional<ApiKey> repo(@RequestHeader("X-API-Key") String apiKey) {
        return apiKeys.findByApiKey(apiKey); // BUG: RawKeyLookup
    }

    Tenant sql(HttpServletRequest request) {
        String token = request.getHeader("X-Auth-Token");
        return jdbc.queryForObject("select * from tenant where api_token = ?", Tenant.class, token); // BUG: RawKeyLookup
    }

    Object jpa(HttpServletRequest request) {
        String auth = request.getHeader("Authorization");
        String token = auth.substring("Bearer ".length());
        return em.createQuery("select u from User u where u.accessToken = :token").setParameter("token", token).getSingleResult(); // BUG: RawKeyLookup
    }

    @GET
    Object jaxrs(@HeaderParam("X-Api-Key") String key) {
        if (!tenants.containsKey(key)) { // BUG: RawKeyLookup
            return null;
        }
        return "ok";
    }

    Object prepared(Connection c, HttpServletRequest request) throws Exception {
        PreparedStatement ps = c.prepareStatement("SELECT id FROM api_keys WHERE api_key = ?");
        ps.setString(1, request.getHeader("X-Api-Key")); // BUG: RawKeyLookup
        return ps.executeQuery();
    }

    Tenant goodDigest(HttpServletRequest request) {
        return tenants.get(org.apache.commons.codec.digest.DigestUtils.sha256Hex(request.getHeader("X-Api-Key"))); // OK: RawKeyLookup
    }

    Tenant goodId(HttpServletRequest request) {
        return tenants.get(request.getHeader("X-Tenant-Id")); // OK: RawKeyLookup
    }

    Optional<ApiKey> goodKeyId(HttpServletRequest request) {
        return apiKeys.findByKeyId(request.getParameter("keyId")); // OK: RawKeyLookup
    }

    Tenant goodLanguage(HttpServletRequest request) {
        return tenants.get(request.getHeader("Accept-Language")); // OK: RawKeyLookup
    }
}
