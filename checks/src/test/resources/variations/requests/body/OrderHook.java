package com.store.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderHook {
    private final ObjectMapper objectMapper;
    private final Gson gson = new Gson();
    private final Orders orders;

    @Value("${hooks.secret}")
    private String hookSecret;

    OrderHook(ObjectMapper objectMapper, Orders orders) {
        this.objectMapper = objectMapper;
        this.orders = orders;
    }

    @PostMapping("/hooks/orders")
    ResponseEntity<Void> orders(@RequestBody OrderEvent event, @RequestHeader("X-Signature") String signature)
            throws JsonProcessingException {
        String json = objectMapper.writeValueAsString(event);
        String expected = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, hookSecret).hmacHex(json); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(bytes(expected), bytes(signature))) { // BUG: SignatureReplayable
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        orders.apply(event);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/hooks/map")
    ResponseEntity<Void> map(@RequestBody Map<String, Object> event, @RequestHeader("X-Signature") String signature) {
        String expected = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, hookSecret).hmacHex(gson.toJson(event)); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(bytes(expected), bytes(signature))) { // BUG: SignatureReplayable
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/hooks/id/{id}")
    ResponseEntity<Void> byId(
            @PathVariable String id, @RequestBody OrderEvent event, @RequestHeader("X-Signature") String signature) {
        String expected = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, hookSecret).hmacHex(id); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(bytes(expected), bytes(signature))) { // BUG: SignatureReplayable
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        orders.apply(event);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/hooks/raw")
    ResponseEntity<Void> raw(@RequestBody byte[] payload, @RequestHeader("X-Signature") String signature) {
        String expected = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, hookSecret).hmacHex(payload);
        if (!MessageDigest.isEqual(bytes(expected), bytes(signature))) { // OK: SignatureOmitsBody // BUG: SignatureReplayable
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return ResponseEntity.noContent().build();
    }

    private static byte[] bytes(String s) {
        return Objects.requireNonNull(s).getBytes(StandardCharsets.UTF_8);
    }

    interface Orders {
        void apply(OrderEvent event);
    }

    record OrderEvent(String id, long amount) {}
}
