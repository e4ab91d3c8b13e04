package stores;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.NoResultException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class KeyLookups {

    private final Map<String, String> tenantsByKey = new ConcurrentHashMap<>();
    private final Map<String, String> tenantsByDigest = new ConcurrentHashMap<>();
    private EntityManager entities;
    private JdbcTemplate jdbc;
    private NamedParameterJdbcTemplate named;

    String byMap(HttpServletRequest request) {
        String apiKey = request.getHeader("X-Api-Key");
        return apiKey == null ? null : tenantsByKey.get(apiKey); // BUG: RawKeyLookup
    }

    String byDigest(HttpServletRequest request) throws Exception {
        String apiKey = request.getHeader("X-Api-Key");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
        return tenantsByDigest.get(HexFormat.of().formatHex(digest)); // OK: RawKeyLookup
    }

    Optional<Client> byQuery(HttpServletRequest request) {
        String token = request.getHeader("Authorization").substring("Bearer ".length());
        try {
            return Optional.of(entities
                    .createQuery("select c from Client c where c.apiKey = :key", Client.class)
                    .setParameter("key", token) // BUG: RawKeyLookup
                    .getSingleResult());
        } catch (NoResultException e) {
            return Optional.empty();
        }
    }

    Optional<Client> byId(HttpServletRequest request) {
        return Optional.ofNullable(entities.find(Client.class, request.getHeader("X-Client-Id"))); // OK: RawKeyLookup
    }

    String bySql(HttpServletRequest request) {
        return jdbc.queryForObject(
                "select tenant from clients where api_key = ?", String.class, request.getHeader("X-Api-Key")); // BUG: RawKeyLookup
    }

    String bySqlDigest(HttpServletRequest request) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(request.getHeader("X-Api-Key").getBytes(StandardCharsets.UTF_8));
        return jdbc.queryForObject("select tenant from clients where key_digest = ?", String.class, digest); // OK: RawKeyLookup
    }

    String byNamed(HttpServletRequest request) {
        Map<String, Object> params = Map.of("token", request.getHeader("X-Auth-Token"));
        return named.queryForObject("select user_id from sessions where token = :token", params, String.class); // BUG: RawKeyLookup
    }

    String bySegment(HttpServletRequest request) {
        String presented = request.getHeader("X-Api-Key");
        int dot = presented.indexOf('.');
        String keyId = presented.substring(0, dot);
        return tenantsByDigest.get(keyId); // OK: RawKeyLookup
    }

    boolean known(HttpServletRequest request) {
        String apiKey = request.getHeader("X-Api-Key");
        return tenantsByKey.containsKey(apiKey); // BUG: RawKeyLookup
    }

    String language(HttpServletRequest request) {
        return tenantsByDigest.getOrDefault(request.getHeader("Accept-Language"), "en"); // OK: RawKeyLookup
    }

    @Entity
    static class Client {
        @Id
        private String id;

        @Column(name = "api_key", unique = true)
        private String apiKey; // BUG: WeakSecretStorage

        @Column(name = "api_key_digest")
        private byte[] apiKeyDigest; // OK: WeakSecretStorage

        @Column(name = "label")
        private String label; // OK: WeakSecretStorage
    }
}
