package dev.keywright.checks.rules.material;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of credentials that their issuers publish, so that a literal of that form is one wherever it stands. */
final class VendorTokens {

    private static final Map<String, Pattern> FORMATS = new LinkedHashMap<>();

    static {
        format("AWS access key", "\\bA(?:KIA|SIA)[A-Z2-7]{16}\\b");
        format("GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\\b");
        format("GitLab token", "\\bglpat-[A-Za-z0-9_-]{20,}\\b");
        format("Slack token", "\\bxox[abprs]-[0-9A-Za-z-]{20,}");
        format("Stripe key", "\\b[rs]k_(?:live|test)_[0-9A-Za-z]{16,}\\b");
        format("Google API key", "\\bAIza[0-9A-Za-z_-]{35}\\b");
        format("SendGrid key", "\\bSG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}\\b");
        format("Twilio key", "\\bSK[0-9a-f]{32}\\b");
        format("npm token", "\\bnpm_[A-Za-z0-9]{36}\\b");
        format("signed JWT", "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{20,}");
        format("private key", "-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s*[A-Za-z0-9+/=\\s]{24,}");
    }

    private VendorTokens() {}

    private static void format(String vendor, String pattern) {
        FORMATS.put(vendor, Pattern.compile(pattern));
    }

    /** Whose credential a text is or holds; null when nobody's. Documentation's own examples are nobody's. */
    static @Nullable String vendor(String text) {
        if (text.length() < 16 || text.length() > 20_000 || text.contains("EXAMPLE") || text.contains("XXXX")) {
            return null;
        }
        for (Map.Entry<String, Pattern> format : FORMATS.entrySet()) {
            if (format.getValue().matcher(text).find()) {
                return format.getKey();
            }
        }
        return null;
    }
}
