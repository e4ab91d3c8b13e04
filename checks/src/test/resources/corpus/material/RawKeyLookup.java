package corpus.material;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Lookups {

    private final Map<String, Customer> customers = new ConcurrentHashMap<>();
    private final CustomerRepository repository;
    private final JdbcTemplate jdbc;
    private final EntityManager em;

    Lookups(CustomerRepository repository, JdbcTemplate jdbc, EntityManager em) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.em = em;
    }

    @GetMapping("/a")
    String map(@RequestHeader("X-Api-Key") String apiKey) {
        return name(customers.get(apiKey)); // BUG: RawKeyLookup
    }

    @GetMapping("/b")
    String repo(@RequestHeader("X-Api-Key") String given) {
        return repository.findByApiKey(given).map(c -> c.name).orElse("?"); // BUG: RawKeyLookup
    }

    @GetMapping("/c")
    String template(@RequestHeader("X-Api-Key") String apiKey) {
        return jdbc.queryForObject("select name from customers where api_key = ?", String.class, apiKey); // BUG: RawKeyLookup
    }

    @GetMapping("/d")
    String jpa(@RequestHeader("X-Api-Key") String apiKey) {
        return (String) em.createQuery("select c.name from Customer c where c.apiKey = :k").setParameter("k", apiKey).getSingleResult(); // BUG: RawKeyLookup
    }

    String servlet(HttpServletRequest request) {
        String k = request.getHeader("X-Api-Key");
        if (k == null) {
            return "";
        }
        return name(customers.get(k.trim())); // BUG: RawKeyLookup
    }

    String bearer(HttpServletRequest request) {
        String token = request.getHeader("Authorization").substring(7);
        return repository.findByAccessToken(token).map(c -> c.name).orElse(""); // BUG: RawKeyLookup
    }

    String jdbc(Connection c, HttpServletRequest request) throws Exception {
        PreparedStatement s = c.prepareStatement("select owner from tokens where token = ?");
        s.setString(1, request.getHeader("X-Auth-Token")); // BUG: RawKeyLookup
        return s.executeQuery().getString(1);
    }

    @GetMapping("/e")
    boolean contains(@RequestHeader("X-Api-Key") String apiKey) {
        return customers.containsKey(apiKey); // BUG: RawKeyLookup
    }

    private Customer find(String value) {
        return customers.get(value);
    }

    @GetMapping("/f")
    String helper(@RequestHeader("X-Api-Key") String apiKey) {
        return name(find(apiKey)); // BUG: RawKeyLookup
    }

    @GetMapping("/g")
    String exists(@RequestHeader("X-Api-Key") String apiKey) {
        return repository.existsByApiKey(apiKey) ? "y" : "n"; // BUG: RawKeyLookup
    }

    @GetMapping("/h")
    String optional(@RequestHeader("X-Api-Key") String apiKey) {
        return Optional.ofNullable(apiKey).map(customers::get).map(c -> c.name).orElse(""); // BUG: RawKeyLookup
    }

    // ---- fine

    @GetMapping("/i")
    String digest(@RequestHeader("X-Api-Key") String apiKey) throws Exception {
        byte[] d = MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8));
        return repository.findByDigest(HexFormat.of().formatHex(d)).map(c -> c.name).orElse(""); // OK: RawKeyLookup
    }

    @GetMapping("/j")
    String id(@RequestHeader("X-Key-Id") String keyId) {
        return name(customers.get(keyId)); // OK: RawKeyLookup
    }

    @GetMapping("/k/{id}")
    String path(@PathVariable String id) {
        return name(customers.get(id)); // OK: RawKeyLookup
    }

    @GetMapping("/l")
    String tenant(@RequestHeader("X-Tenant") String tenant) {
        return name(customers.get(tenant)); // OK: RawKeyLookup
    }

    String prefix(HttpServletRequest request) {
        String key = request.getHeader("X-Api-Key");
        String id = key.substring(0, key.indexOf('_'));
        return name(customers.get(id)); // OK: RawKeyLookup
    }

    String byName(String cacheKey) {
        return name(customers.get(cacheKey)); // OK: RawKeyLookup
    }

    String iterate() {
        Map<String, Integer> counts = new HashMap<>();
        for (String key : customers.keySet()) {
            counts.put(key, counts.getOrDefault(key, 0) + 1); // OK: RawKeyLookup
        }
        return counts.toString();
    }

    String user(HttpServletRequest request) {
        return jdbc.queryForObject("select name from users where id = ?", String.class, request.getParameter("id")); // OK: RawKeyLookup
    }

    String language(HttpServletRequest request) {
        return name(customers.get(request.getHeader("Accept-Language"))); // OK: RawKeyLookup
    }

    String property(String propertyKey, Map<String, String> settings) {
        return settings.get(propertyKey); // OK: RawKeyLookup
    }

    private static String name(Customer c) {
        return c == null ? "" : c.name;
    }

    static class Customer {
        String name;
    }

    interface CustomerRepository extends JpaRepository<Customer, Long> {
        Optional<Customer> findByApiKey(String key);

        Optional<Customer> findByAccessToken(String t);

        Optional<Customer> findByDigest(String digest);

        boolean existsByApiKey(String key);

        List<Customer> findByName(String name);
    }
}
