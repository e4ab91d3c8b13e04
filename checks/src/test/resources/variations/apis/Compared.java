package edu.example.apis;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Mac;

/** Expected secrets beside what a caller sends. */
public class Compared {

    private final byte[] expectedMac;
    private final String apiKey = System.getenv("SHOP_API_KEY");

    Compared(Mac mac, byte[] message) {
        expectedMac = mac.doFinal(message);
    }

    boolean arrays(byte[] given) {
        return Arrays.equals(expectedMac, given); // BUG: TimingUnsafeComparison
    }

    boolean constant(byte[] given) {
        return MessageDigest.isEqual(expectedMac, given); // OK: TimingUnsafeComparison
    }

    boolean strings(HttpServletRequest request) {
        return apiKey.equals(request.getHeader("X-Api-Key")); // BUG: TimingUnsafeComparison
    }

    boolean objects(HttpServletRequest request) {
        return Objects.equals(request.getHeader("X-Api-Key"), apiKey); // BUG: TimingUnsafeComparison
    }

    boolean presence(HttpServletRequest request) {
        return request.getHeader("X-Api-Key") != null && !"".equals(request.getHeader("X-Api-Key")); // OK: TimingUnsafeComparison
    }

    boolean loop(byte[] given) {
        if (given.length != expectedMac.length) {
            return false;
        }
        for (int i = 0; i < given.length; i++) {
            if (given[i] != expectedMac[i]) { // BUG: TimingUnsafeComparison
                return false;
            }
        }
        return true;
    }

    boolean xor(byte[] given) {
        int difference = given.length ^ expectedMac.length;
        for (int i = 0; i < given.length && i < expectedMac.length; i++) {
            difference |= given[i] ^ expectedMac[i]; // OK: TimingUnsafeComparison
        }
        return difference == 0;
    }

    boolean lowerCase(HttpServletRequest request) {
        return apiKey.equalsIgnoreCase(request.getHeader("X-Api-Key")); // BUG: TimingUnsafeComparison
    }

    boolean method(HttpServletRequest request) {
        return "GET".equals(request.getMethod()); // OK: TimingUnsafeComparison
    }

    int compared(HttpServletRequest request) {
        return apiKey.compareTo(request.getHeader("X-Api-Key")); // BUG: TimingUnsafeComparison
    }

    boolean hashed(HttpServletRequest request) {
        return apiKey.hashCode() == request.getHeader("X-Api-Key").hashCode(); // BUG: TimingUnsafeComparison
    }
}
