package org.acme.hadoop.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.ServletContext;
import org.apache.commons.codec.binary.Base64;

public class Signer {
    private static final String SIGNATURE = "&s=";
    private final SignerSecretProvider secretProvider;

    public Signer(SignerSecretProvider secretProvider) {
        this.secretProvider = secretProvider;
    }

    public synchronized String sign(String str) {
        if (str == null || str.length() == 0) {
            throw new IllegalArgumentException("NULL or empty string to sign");
        }
        byte[] secret = secretProvider.getCurrentSecret();
        String signature = computeSignature(secret, str);
        return str + SIGNATURE + signature;
    }

    public String verifyAndExtract(String signedStr) throws SignerException {
        int index = signedStr.lastIndexOf(SIGNATURE);
        if (index == -1) {
            throw new SignerException("Invalid signed text: " + index);
        }
        String originalSignature = signedStr.substring(index + SIGNATURE.length());
        String rawValue = signedStr.substring(0, index);
        checkSignatures(rawValue, originalSignature);
        return rawValue;
    }

    protected String computeSignature(byte[] secret, String str) {
        try {
            SecretKeySpec key = new SecretKeySpec(secret, "HmacSHA256");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] sig = mac.doFinal(str.getBytes(StandardCharsets.UTF_8));
            return new Base64(0).encodeToString(sig);
        } catch (Exception ex) {
            throw new RuntimeException("It should not happen, " + ex.getMessage(), ex);
        }
    }

    protected void checkSignatures(String rawValue, String originalSignature) throws SignerException {
        byte[][] secrets = secretProvider.getAllSecrets();
        boolean isValid = false;
        for (byte[] secret : secrets) {
            if (secret != null) {
                String currentSignature = computeSignature(secret, rawValue);
                if (originalSignature.equals(currentSignature)) { // BUG: TimingUnsafeComparison
                    isValid = true;
                    break;
                }
            }
        }
        if (!isValid) {
            throw new SignerException("Invalid signature");
        }
    }

    protected boolean checkSignaturesMended(String rawValue, String originalSignature) {
        for (byte[] secret : secretProvider.getAllSecrets()) {
            String currentSignature = computeSignature(secret, rawValue);
            if (MessageDigest.isEqual(originalSignature.getBytes(), currentSignature.getBytes())) { // OK: TimingUnsafeComparison
                return true;
            }
        }
        return false;
    }
}

interface SignerSecretProvider {
    byte[] getCurrentSecret();

    byte[][] getAllSecrets();
}

class SignerException extends Exception {
    SignerException(String message) {
        super(message);
    }
}
