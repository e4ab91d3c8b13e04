package org.acme.ci.csrf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;

/** The server's crumb issuer: a keyed digest over user and session. */
public class SessionCrumbIssuer extends CrumbIssuer {

    private final HmacConfidentialKey key = new HmacConfidentialKey("crumb");

    @Override
    protected String issueCrumb(ServletRequest request, String salt) {
        HttpServletRequest http = (HttpServletRequest) request;
        return key.mac(http.getRemoteUser() + ';' + salt + ';' + http.getSession().getId());
    }

    @Override
    public boolean validateCrumb(ServletRequest request, String salt, String crumb) {
        String newCrumb = issueCrumb(request, salt);
        if (newCrumb != null && crumb != null) {
            return newCrumb.equals(crumb); // BUG: TimingUnsafeComparison
        }
        return false;
    }
}

abstract class CrumbIssuer {
    protected abstract String issueCrumb(ServletRequest request, String salt);

    public abstract boolean validateCrumb(ServletRequest request, String salt, String crumb);

    public boolean validateMended(ServletRequest request, String salt, String crumb) {
        String newCrumb = issueCrumb(request, salt);
        return newCrumb != null
                && crumb != null
                && MessageDigest.isEqual( // OK: TimingUnsafeComparison
                        newCrumb.getBytes(StandardCharsets.US_ASCII), crumb.getBytes(StandardCharsets.US_ASCII));
    }
}

class HmacConfidentialKey {
    private final javax.crypto.SecretKey key;

    HmacConfidentialKey(String id) {
        this.key = ConfidentialStore.load(id);
    }

    byte[] mac(byte[] message) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String mac(String message) {
        return java.util.HexFormat.of().formatHex(mac(message.getBytes(StandardCharsets.UTF_8)));
    }

    boolean checkMac(byte[] message, byte[] mac) {
        return Arrays.equals(mac(message), mac); // BUG: TimingUnsafeComparison
    }

    boolean checkMac(String message, String mac) {
        return mac(message).contentEquals(mac); // BUG: TimingUnsafeComparison
    }
}

class ConfidentialStore {
    static native javax.crypto.SecretKey load(String id);
}
