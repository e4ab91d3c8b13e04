package com.acme.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.ObjectUtils;

public class CharLoop {
    private final String value;
    private List<String> partnerSecrets;

    public CharLoop(@Value("${gateway.shared-secret}") String value) {
        this.value = value;
    }

    boolean matches(HttpServletRequest request) {
        String other = request.getHeader("X-Gateway-Auth");
        if (other == null || other.length() != value.length()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) != other.charAt(i)) { // BUG: TimingUnsafeComparison
                return false;
            }
        }
        return true;
    }

    boolean anyPartner(HttpServletRequest request) {
        String other = request.getHeader("X-Partner-Secret");
        return partnerSecrets.stream().anyMatch(s -> s.equals(other)); // BUG: TimingUnsafeComparison
    }

    boolean anyPartnerToo(HttpServletRequest request) {
        return partnerSecrets.contains(request.getHeader("X-Partner-Secret")); // BUG: TimingUnsafeComparison
    }

    boolean viaArrays(HttpServletRequest request) {
        byte[] a = value.getBytes();
        byte[] b = request.getHeader("X-Gateway-Auth").getBytes();
        return Arrays.compare(a, b) == 0; // BUG: TimingUnsafeComparison
    }

    boolean viaSpring(HttpServletRequest request) {
        return ObjectUtils.nullSafeEquals(request.getHeader("X-Gateway-Auth"), value); // BUG: TimingUnsafeComparison
    }

    boolean folded(String other) {
        int diff = value.length() ^ other.length();
        for (int i = 0; i < value.length() && i < other.length(); i++) {
            diff |= value.charAt(i) ^ other.charAt(i);
        }
        return diff == 0; // OK: TimingUnsafeComparison
    }

    boolean foldedByStream(byte[] a, byte[] b) {
        return a.length == b.length && IntStream.range(0, a.length).map(i -> a[i] ^ b[i]).reduce(0, (x, y) -> x | y) == 0; // OK: TimingUnsafeComparison
    }
}

/** Etags, checksums, cache keys and states look like it and are not. */
class Lookalikes {
    private String tokenType;
    private String algorithm;
    private String passwordPolicy;

    boolean notModified(HttpServletRequest request, String etag) {
        return etag.equals(request.getHeader("If-None-Match")); // OK: TimingUnsafeComparison
    }

    boolean intact(byte[] download, String md5FromListing) {
        return org.apache.commons.codec.digest.DigestUtils.md5Hex(download).equals(md5FromListing); // OK: TimingUnsafeComparison
    }

    boolean bearer(String presentedType) {
        return tokenType.equalsIgnoreCase(presentedType); // OK: TimingUnsafeComparison
    }

    boolean strong(String policy) {
        return passwordPolicy.equals(policy) || "SHA-256".equals(algorithm); // OK: TimingUnsafeComparison
    }

    boolean changed(AccountForm form, AccountForm before) {
        return !form.apiSecret.equals(before.apiSecret); // OK: TimingUnsafeComparison
    }

    static class AccountForm {
        String apiSecret;
    }
}
