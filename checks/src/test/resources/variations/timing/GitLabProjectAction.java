package com.dabsquared.gitlabjenkins.webhook;

import com.dabsquared.gitlabjenkins.GitLabPushTrigger;
import hudson.security.Messages;
import org.apache.commons.lang.StringUtils;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest;

abstract class GitLabProjectAction {
    private final String secretToken;

    GitLabProjectAction(StaplerRequest request) {
        this.secretToken = request.getHeader("X-Gitlab-Token");
    }

    void checkPermission(GitLabPushTrigger trigger) {
        if (StringUtils.isNotEmpty(trigger.getSecretToken())) {
            if (!StringUtils.equals(trigger.getSecretToken(), secretToken)) { // BUG: TimingUnsafeComparison
                throw HttpResponses.errorWithoutStack(401, "Invalid token");
            }
        }
    }
}
