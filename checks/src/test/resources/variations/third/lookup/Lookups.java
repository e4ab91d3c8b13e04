package com.acme.lookup;

import io.grpc.Metadata;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.container.ContainerRequestContext;
import org.apache.commons.codec.digest.DigestUtils;
import org.bson.Document;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ServerWebExchange;

public class Lookups {
    private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();
    private final Map<String, String> locales = new HashMap<>();
    private JdbcTemplate jdbc;
    private NamedParameterJdbcTemplate named;
    private EntityManager em;
    private StringRedisTemplate redis;
    private TenantRepository repository;

    Tenant map(HttpServletRequest request) {
        return tenants.get(request.getHeader("X-Api-Key")); // BUG: RawKeyLookup
    }

    Tenant mapMended(HttpServletRequest request) {
        return tenants.get(DigestUtils.sha256Hex(request.getHeader("X-Api-Key"))); // OK: RawKeyLookup
    }

    String locale(HttpServletRequest request) {
        return locales.get(request.getHeader("Accept-Language")); // OK: RawKeyLookup
    }

    @GetMapping("/me")
    Tenant me(@RequestHeader("X-Auth-Token") String token) {
        return repository.findByToken(token).orElse(null); // BUG: RawKeyLookup
    }

    Tenant bearer(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst("Authorization");
        String value = header.substring("Bearer ".length());
        return tenants.getOrDefault(value, null); // BUG: RawKeyLookup
    }

    Tenant sql(ContainerRequestContext context) {
        String k = context.getHeaderString("X-API-KEY");
        return jdbc.queryForObject("select * from tenant where api_key = ?", Tenant.class, k); // BUG: RawKeyLookup
    }

    Tenant sqlById(ContainerRequestContext context) {
        String id = context.getHeaderString("X-Key-Id");
        return jdbc.queryForObject("select * from tenant where key_id = ?", Tenant.class, id); // OK: RawKeyLookup
    }

    Tenant namedSql(HttpServletRequest request) {
        return named.queryForObject("select * from tenant where access_token = :t", Map.of("t", request.getHeader("X-Access-Token")), Tenant.class); // BUG: RawKeyLookup
    }

    Tenant jpa(HttpServletRequest request) {
        return em.createQuery("from Tenant t where t.apiKey = :k", Tenant.class)
                .setParameter("k", request.getHeader("X-Api-Key")) // BUG: RawKeyLookup
                .getSingleResult();
    }

    ResultSet prepared(Connection c, HttpServletRequest request) throws Exception {
        PreparedStatement ps = c.prepareStatement("SELECT id FROM sessions WHERE session_token = ?");
        ps.setString(1, request.getHeader("X-Session-Token")); // BUG: RawKeyLookup
        return ps.executeQuery();
    }

    ResultSet preparedMended(Connection c, HttpServletRequest request) throws Exception {
        PreparedStatement ps = c.prepareStatement("SELECT id FROM sessions WHERE token_digest = ?");
        ps.setString(1, DigestUtils.sha256Hex(request.getHeader("X-Session-Token"))); // OK: RawKeyLookup
        return ps.executeQuery();
    }

    String session(HttpServletRequest request) {
        return redis.opsForValue().get("session:" + request.getHeader("X-Session-Token")); // BUG: RawKeyLookup
    }

    Tenant grpc(Metadata headers) {
        String v = headers.get(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER));
        return tenants.get(v); // BUG: RawKeyLookup
    }

    boolean known(HttpServletRequest request) {
        return tenants.containsKey(request.getHeader("X-Api-Key")); // BUG: RawKeyLookup
    }

    Tenant byKeyId(HttpServletRequest request) {
        String key = request.getHeader("X-Api-Key");
        String id = key.split("\\.")[0];
        return tenants.get(id); // OK: RawKeyLookup
    }

    Document mongo(com.mongodb.client.MongoCollection<Document> keys, HttpServletRequest request) {
        return keys.find(com.mongodb.client.model.Filters.eq("apiKey", request.getHeader("X-Api-Key"))).first(); // BUG: RawKeyLookup
    }
}

class Tenant {
    long id;
}

interface TenantRepository {
    Optional<Tenant> findByToken(String token);
}
