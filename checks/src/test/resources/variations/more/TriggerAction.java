package io.acme.more;

import hudson.model.Job;
import hudson.util.Secret;
import java.io.IOException;
import java.util.logging.Logger;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public class TriggerAction {
    private static final Logger LOGGER = Logger.getLogger("trigger");
    private Secret apiToken;
    private String serverUrl;

    public void doTrigger(StaplerRequest2 req, StaplerResponse2 rsp, @QueryParameter String token) throws IOException {
        Job<?, ?> job = find(req.getParameter("job"));
        BuildTrigger trigger = job.getTrigger(BuildTrigger.class);
        if (trigger.getAuthToken().equals(req.getParameter("token"))) { // BUG: TimingUnsafeComparison
            trigger.run();
        }
        if (trigger.getSecret() != null && !trigger.getSecret().equals(token)) { // BUG: TimingUnsafeComparison
            rsp.sendError(403, "Invalid token " + token); // BUG: SecretInErrorMessage
        }
    }

    String statusUrl() {
        return serverUrl + "/api/status?access_token=" + apiToken.getPlainText(); // BUG: SecretInUrl
    }

    void log() {
        LOGGER.fine("Using token " + Secret.toString(apiToken)); // BUG: SecretLogged
        LOGGER.info("Using server " + serverUrl); // OK: SecretLogged
    }

    @DataBoundSetter
    public void setApiToken(Secret apiToken) {
        this.apiToken = apiToken;
    }
}
