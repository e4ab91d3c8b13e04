package org.jenkinsci.plugins.hook;

import hudson.Extension;
import hudson.model.UnprotectedRootAction;
import hudson.util.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang.StringUtils;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest;
import org.kohsuke.stapler.interceptor.RequirePOST;

@Extension
public class GitLabPushTrigger implements UnprotectedRootAction {
    private static final Logger LOGGER = Logger.getLogger(GitLabPushTrigger.class.getName());
    private Secret secretToken;
    private Jobs jobs;

    public String getUrlName() {
        return "hook";
    }

    @RequirePOST
    public HttpResponse doIndex(StaplerRequest req) throws IOException {
        String body = IOUtils.toString(req.getReader());
        String signature = req.getHeader("X-Hub-Signature-256");
        if (StringUtils.isNotEmpty(signature)) { // BUG: SignatureCheckBypassed
            if (!matches(body, signature)) { // BUG: SignatureReplayable
                return HttpResponses.forbidden();
            }
        }
        jobs.schedule(body);
        return HttpResponses.ok();
    }

    @RequirePOST
    public HttpResponse doToken(StaplerRequest req) throws IOException {
        String body = IOUtils.toString(req.getReader());
        String expected = Secret.toString(secretToken);
        String given = req.getHeader("X-Gitlab-Token");
        if (!expected.isEmpty() && !MessageDigest.isEqual(utf8(expected), utf8(given))) { // BUG: SignatureCheckBypassed
            return HttpResponses.forbidden();
        }
        jobs.schedule(body);
        return HttpResponses.ok();
    }

    @RequirePOST
    public HttpResponse doLogOnly(StaplerRequest req) throws IOException {
        String body = IOUtils.toString(req.getReader());
        if (!matches(body, req.getHeader("X-Hub-Signature-256"))) { // BUG: SignatureCheckBypassed // BUG: SignatureReplayable
            LOGGER.warning("Signature does not match, check the configuration");
        }
        jobs.schedule(body);
        return HttpResponses.ok();
    }

    @RequirePOST
    public HttpResponse doFixed(StaplerRequest req) throws IOException {
        String body = IOUtils.toString(req.getReader());
        String signature = req.getHeader("X-Hub-Signature-256");
        if (StringUtils.isEmpty(signature) || !matches(body, signature)) { // OK: SignatureCheckBypassed // BUG: SignatureReplayable
            LOGGER.warning("Signature does not match, check the configuration");
            return HttpResponses.forbidden();
        }
        jobs.schedule(body);
        return HttpResponses.ok();
    }

    private boolean matches(String body, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(secretToken.getPlainText()), "HmacSHA256"));
            String own = "sha256=" + Hex.encodeHexString(mac.doFinal(utf8(body)));
            return MessageDigest.isEqual(utf8(own), utf8(signature));
        } catch (Exception e) {
            LOGGER.warning("cannot compute");
            return false; // OK: SignatureCheckBypassed
        }
    }

    private static byte[] utf8(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }

    interface Jobs {
        void schedule(String body);
    }
}
