package com.acme.pay.wx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacUtils;
import org.apache.commons.lang3.StringUtils;

public class PaySdk {

    public static String generateSignature(Map<String, String> data, String key) throws Exception {
        Set<String> keySet = data.keySet();
        String[] keyArray = keySet.toArray(new String[0]);
        Arrays.sort(keyArray);
        StringBuilder sb = new StringBuilder();
        for (String k : keyArray) {
            if (k.equals("sign")) { // OK: TimingUnsafeComparison
                continue;
            }
            if (data.get(k).trim().length() > 0) {
                sb.append(k).append("=").append(data.get(k).trim()).append("&");
            }
        }
        sb.append("key=").append(key);
        Mac sha256 = Mac.getInstance("HmacSHA256");
        sha256.init(new SecretKeySpec(key.getBytes("UTF-8"), "HmacSHA256"));
        byte[] array = sha256.doFinal(sb.toString().getBytes("UTF-8"));
        StringBuilder out = new StringBuilder();
        for (byte item : array) {
            out.append(Integer.toHexString((item & 0xFF) | 0x100).substring(1, 3));
        }
        return out.toString().toUpperCase();
    }

    public static boolean isSignatureValid(Map<String, String> data, String key) throws Exception {
        if (!data.containsKey("sign")) {
            return false;
        }
        String sign = data.get("sign");
        return generateSignature(data, key).equals(sign); // BUG: TimingUnsafeComparison
    }
}

class MpController {
    private MpConfig config;

    /** WeChat's way to say hello: sha1 over the sorted token, timestamp and nonce. */
    public String verify(HttpServletRequest request) {
        String[] parts = {config.getToken(), request.getParameter("timestamp"), request.getParameter("nonce")};
        Arrays.sort(parts);
        String mine = DigestUtils.sha1Hex(String.join("", parts));
        if (StringUtils.equalsIgnoreCase(mine, request.getParameter("signature"))) { // BUG: TimingUnsafeComparison
            return request.getParameter("echostr");
        }
        return "";
    }
}

class MpConfig {
    private String token;

    public String getToken() {
        return token;
    }
}

class NotifyGateway {
    private final String partnerKey;

    NotifyGateway(String partnerKey) {
        this.partnerKey = partnerKey;
    }

    boolean accept(TreeMap<String, String> params) {
        String given = params.remove("hash");
        String mine = new HmacUtils("HmacSHA512", partnerKey).hmacHex(params.toString());
        switch (mine.compareTo(given)) { // BUG: TimingUnsafeComparison
            case 0:
                return true;
            default:
                return false;
        }
    }

    boolean acceptMended(TreeMap<String, String> params) {
        String given = params.remove("hash");
        String mine = new HmacUtils("HmacSHA512", partnerKey).hmacHex(params.toString());
        return secureCompare(given, mine); // OK: TimingUnsafeComparison
    }

    private static boolean secureCompare(String a, String b) {
        byte[] x = a.getBytes(StandardCharsets.UTF_8);
        byte[] y = b.getBytes(StandardCharsets.UTF_8);
        if (x.length != y.length) {
            return false;
        }
        int result = 0;
        for (int i = 0; i < x.length; i++) {
            result |= x[i] ^ y[i];
        }
        return result == 0; // OK: TimingUnsafeComparison
    }
}

class SlackVerifier {
    private final byte[] signingSecret;

    SlackVerifier(String signingSecret) {
        this.signingSecret = signingSecret.getBytes(StandardCharsets.UTF_8);
    }

    boolean isValid(String timestamp, String body, String requestSignature) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(signingSecret, "HmacSHA256"));
        byte[] bytes = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
        StringBuilder hex = new StringBuilder("v0=");
        for (byte b : bytes) {
            hex.append(String.format("%02x", b));
        }
        String expected = hex.toString();
        return expected != null && requestSignature.regionMatches(true, 0, expected, 0, expected.length()); // BUG: TimingUnsafeComparison
    }

    boolean isValidMended(byte[] calculated, byte[] header) {
        return MessageDigest.isEqual(calculated, header); // OK: TimingUnsafeComparison
    }
}
