package dev.keywright.processor.declaration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.util.Elements;

/** What the runtime on the user's class path enforces. */
final class RuntimeSupport {

    private static final String GUARD = "dev.keywright.runtime.Guard";
    private static final String SCHEMES = "dev.keywright.runtime.signature.";

    private final Elements elements;
    private final Map<String, Boolean> known = new HashMap<>();

    RuntimeSupport(Elements elements) {
        this.elements = elements;
    }

    boolean isThere() {
        return has(GUARD);
    }

    /** Whether the runtime has the scheme: RFC_9421 is Rfc9421Scheme, STANDARD_WEBHOOKS is StandardWebhooksScheme. */
    boolean verifies(String scheme) {
        StringBuilder name = new StringBuilder(SCHEMES);
        for (String word : scheme.split("_", -1)) {
            name.append(word, 0, 1).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return has(name.append("Scheme").toString());
    }

    /** Whether the runtime checks bearer tokens. */
    boolean checksBearerTokens() {
        return has("dev.keywright.runtime.BearerPolicy");
    }

    /** Whether the runtime counts failed log-ins. */
    boolean countsLogins() {
        return has("dev.keywright.runtime.LoginPolicy");
    }

    private boolean has(String type) {
        return known.computeIfAbsent(type, any -> elements.getTypeElement(type) != null);
    }
}
