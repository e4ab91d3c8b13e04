package dev.keywright.processor.writer;

import dev.keywright.processor.descriptor.Access;
import dev.keywright.processor.descriptor.Credential;
import dev.keywright.processor.descriptor.EndpointDescriptor;
import dev.keywright.processor.descriptor.Limit;
import java.util.ArrayList;
import java.util.List;

/** The steps of a check in their order. The runtime refuses to admit when one that the policy needs was left out. */
final class Steps {

    private Steps() {}

    static List<String> of(EndpointDescriptor endpoint) {
        List<String> steps = new ArrayList<>(List.of("transportAllowed", "withinOpenLimits"));
        Access access = endpoint.access();
        if (access != null && !access.isPublic()) {
            credentials(access, endpoint, steps);
        } else if (endpoint.login() != null) {
            steps.add("bodyCaptured");
        }
        if (endpoint.login() != null) {
            steps.add("loginAllowed");
        }
        return steps;
    }

    private static void credentials(Access access, EndpointDescriptor endpoint, List<String> steps) {
        boolean signed = access.credentials().anyMatch(Credential.Hmac.class::isInstance);
        if (access.required().stream().anyMatch(Credential.ApiKey.class::isInstance)) {
            steps.add("apiKeyPresented");
        }
        if (access.required().stream().anyMatch(Credential.Bearer.class::isInstance)) {
            steps.add("bearerPresented");
        }
        if (access.required().stream().anyMatch(Credential.Hmac.class::isInstance)) {
            steps.add("signaturePresented");
        }
        if (!access.anyOf().isEmpty()) {
            steps.add("oneCredentialPresented");
        }
        steps.add("credentialsKnown");
        if (signed || endpoint.login() != null || access.credentials().anyMatch(Steps::limitsBody)) {
            steps.add("bodyCaptured");
        }
        if (signed) {
            steps.add("signatureValid");
        }
        steps.add("inGoodStanding");
        if (access.credentials().anyMatch(Steps::wantsScopes)) {
            steps.add("scopesHeld");
        }
        if (signed) {
            steps.add("nonceUnseen");
        }
        if (endpoint.limits().stream().anyMatch(Limit::byCredential)) {
            steps.add("withinCredentialLimits");
        }
        if (signed) {
            steps.add("nonceRecorded");
        }
    }

    private static boolean limitsBody(Credential credential) {
        return (credential instanceof Credential.ApiKey key && !key.bodyLimit().isEmpty())
                || (credential instanceof Credential.Bearer bearer
                        && !bearer.bodyLimit().isEmpty());
    }

    private static boolean wantsScopes(Credential credential) {
        return (credential instanceof Credential.ApiKey key && !key.scopes().isEmpty())
                || (credential instanceof Credential.Bearer bearer
                        && !bearer.scopes().isEmpty());
    }
}
