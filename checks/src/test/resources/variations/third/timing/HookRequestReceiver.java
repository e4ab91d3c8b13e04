package org.acme.jenkins.hooktrigger;

import hudson.Extension;
import hudson.model.BuildAuthorizationToken;
import hudson.model.Job;
import hudson.model.UnprotectedRootAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest;

@Extension
public class HookRequestReceiver implements UnprotectedRootAction {

    private static final String TOKEN_PARAM = "token";

    public HttpResponse doInvoke(StaplerRequest request) {
        Map<String, String[]> parameterMap = request.getParameterMap();
        String givenToken = givenToken(request, parameterMap);
        List<HookTrigger> found = new JobFinder().find(givenToken);
        if (found.isEmpty()) {
            return HttpResponses.notFound();
        }
        return HttpResponses.ok();
    }

    static String givenToken(StaplerRequest request, Map<String, String[]> parameterMap) {
        if (parameterMap.containsKey(TOKEN_PARAM)) {
            return parameterMap.get(TOKEN_PARAM)[0];
        }
        String candidate = request.getHeader("authorization");
        if (candidate != null && candidate.startsWith("Bearer ")) { // OK: TimingUnsafeComparison
            return candidate.substring(7);
        }
        return null;
    }
}

class HookTrigger {
    private String token;

    String getToken() {
        return token;
    }
}

class JobFinder {
    private List<HookTrigger> all;

    List<HookTrigger> find(String givenToken) {
        List<HookTrigger> result = new ArrayList<>();
        for (HookTrigger trigger : all) {
            if (matches(trigger, givenToken)) {
                result.add(trigger);
            }
        }
        return result;
    }

    private boolean matches(HookTrigger trigger, String givenToken) {
        boolean noTokenGiven = givenToken == null || "".equals(givenToken); // OK: TimingUnsafeComparison
        boolean noTokenConfigured = trigger.getToken() == null || trigger.getToken().isEmpty();
        if (noTokenGiven || noTokenConfigured) {
            return noTokenConfigured;
        }
        return trigger.getToken().equals(givenToken); // BUG: TimingUnsafeComparison
    }

    private boolean allowedByJob(BuildAuthorizationToken authToken, String givenToken) {
        return authToken != null && givenToken.equals(authToken.getToken()); // BUG: TimingUnsafeComparison
    }

    private boolean allowedByJobMended(BuildAuthorizationToken authToken, String givenToken) {
        byte[] a = authToken.getToken().getBytes(StandardCharsets.UTF_8);
        byte[] b = givenToken.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(a, b); // OK: TimingUnsafeComparison
    }
}
