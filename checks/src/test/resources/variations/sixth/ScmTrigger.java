package org.example.scm;

import hudson.util.Secret;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.WebTarget;
import org.kohsuke.stapler.StaplerRequest;
import org.kohsuke.stapler.StaplerResponse;

public class ScmTrigger {
    private Client client;
    private String url;
    private Secret apiToken;
    private String triggerToken;

    WebTarget projects() {
        return client.target(url).path("/api/v4/projects").queryParam("private_token", Secret.toString(apiToken)); // BUG: SecretInUrl
    }

    void doTrigger(StaplerRequest req, StaplerResponse rsp) throws Exception {
        rsp.sendRedirect2("build?token=" + triggerToken); // BUG: SecretInUrl
    }

    String hook() {
        return getRootUrl() + "generic-webhook/invoke?token=" + triggerToken; // BUG: SecretInUrl
    }

    String getRootUrl() {
        return url.endsWith("/") ? url : url + "/";
    }

    WebTarget byHeader() {
        WebTarget target = client.target(url).path("/api/v4/projects").queryParam("per_page", 100); // OK: SecretInUrl
        target.request().header("PRIVATE-TOKEN", Secret.toString(apiToken)).get();
        return target;
    }
}
