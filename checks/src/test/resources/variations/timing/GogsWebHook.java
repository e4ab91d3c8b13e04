package org.jenkinsci.plugins.hook;

import hudson.model.UnprotectedRootAction;
import hudson.util.Secret;
import javax.servlet.http.HttpServletResponse;
import org.kohsuke.stapler.StaplerRequest;
import org.kohsuke.stapler.StaplerResponse;

public class GogsWebHook implements UnprotectedRootAction {

    public void doIndex(StaplerRequest req, StaplerResponse rsp) throws Exception {
        GogsPayloadProcessor processor = new GogsPayloadProcessor();
        String jobName = req.getParameter("job");
        GogsProjectProperty property = processor.property(jobName);
        Secret secret = property.getGogsSecret();
        String event = req.getHeader("X-Gogs-Event");
        if ("push".equals(event)) {
            if (secret.getPlainText().equals(req.getParameter("secret"))) { // BUG: TimingUnsafeComparison
                processor.trigger(jobName);
            } else {
                rsp.setStatus(HttpServletResponse.SC_FORBIDDEN);
            }
        } else if (!property.getWebhookToken().equals(req.getHeader("X-Gogs-Token"))) { // BUG: TimingUnsafeComparison
            rsp.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
