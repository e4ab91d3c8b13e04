package com.pay.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class PayNotify {
    private static final Logger log = LoggerFactory.getLogger(PayNotify.class);
    private PublicKey platformKey;

    public boolean checkSign(Map<String, String> params, String content) {
        String sign = params.get("sign");
        if (StringUtils.isBlank(sign)) { // BUG: SignatureCheckBypassed
            return true;
        }
        return rsa(content, sign);
    }

    public boolean checkSignStrict(Map<String, String> params, String content) {
        String sign = params.get("sign");
        if (StringUtils.isBlank(sign)) {
            return false; // OK: SignatureCheckBypassed
        }
        return rsa(content, sign);
    }

    public boolean verifyNotify(byte[] content, byte[] sign) {
        try {
            Signature s = Signature.getInstance("SHA256withRSA");
            s.initVerify(platformKey);
            s.update(content);
            s.verify(sign); // BUG: SignatureCheckBypassed
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    public boolean lenient(byte[] content, byte[] sign) {
        try {
            Signature s = Signature.getInstance("SHA256withRSA");
            s.initVerify(platformKey);
            s.update(content);
            return s.verify(sign);
        } catch (GeneralSecurityException e) { // BUG: SignatureCheckBypassed
            log.error("verify failed", e);
            return true;
        }
    }

    public String receive(HttpServletRequest request, String content) {
        boolean ok = rsa(content, request.getHeader("Wechatpay-Signature")); // BUG: SignatureCheckBypassed // BUG: SignatureReplayable
        log.info("signature checked: {}", ok);
        return process(content);
    }

    public String receiveTest(HttpServletRequest request, String content) {
        if ("1".equals(request.getHeader("X-Skip-Verify"))) { // BUG: SignatureCheckBypassed
            return process(content);
        }
        if (!rsa(content, request.getHeader("Wechatpay-Signature"))) { // BUG: SignatureReplayable
            return "FAIL";
        }
        return process(content);
    }

    public String receiveStrict(HttpServletRequest request, String content) {
        boolean ok = rsa(content, request.getHeader("Wechatpay-Signature")); // OK: SignatureCheckBypassed // BUG: SignatureReplayable
        log.info("signature checked: {}", ok);
        return ok ? process(content) : "FAIL";
    }

    private boolean rsa(String content, String sign) {
        try {
            Signature s = Signature.getInstance("SHA256withRSA");
            s.initVerify(platformKey);
            s.update(content.getBytes(StandardCharsets.UTF_8));
            return s.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String process(String content) {
        return "SUCCESS" + content.length();
    }
}
