package dev.keywright.checks.rules.material;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of credentials that their issuers publish, so that a literal of that form is one wherever it stands. */
final class VendorTokens {

    /** @param signs one of these is in every credential of the format, where it begins */
    private record Format(String vendor, List<String> signs, Pattern pattern) {

        boolean mayBe(String text) {
            for (String sign : signs) {
                if (text.contains(sign)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final List<Format> FORMATS = List.of(
            format("AWS access key", "\\bA(?:KIA|SIA)[A-Z2-7]{16}\\b", "AKIA", "ASIA"),
            format(
                    "GitHub token",
                    "\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\\b",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_",
                    "github_pat_"),
            format("GitLab token", "\\bglpat-[A-Za-z0-9_-]{20,}\\b", "glpat-"),
            format("Slack token", "\\bxox[abprs]-[0-9A-Za-z-]{20,}", "xox"),
            format("Stripe key", "\\b[rs]k_(?:live|test)_[0-9A-Za-z]{16,}\\b", "k_live_", "k_test_"),
            format("Google API key", "\\bAIza[0-9A-Za-z_-]{35}\\b", "AIza"),
            format("SendGrid key", "\\bSG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}\\b", "SG."),
            format("Twilio key", "\\bSK[0-9a-f]{32}\\b", "SK"),
            format("npm token", "\\bnpm_[A-Za-z0-9]{36}\\b", "npm_"),
            format("signed JWT", "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{20,}", "eyJ"),
            format(
                    "private key",
                    "-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s*[A-Za-z0-9+/=\\s]{24,}",
                    "-----BEGIN",
                    "PRIVATE KEY"));

    private VendorTokens() {}

    private static Format format(String vendor, String pattern, String... signs) {
        return new Format(vendor, List.of(signs), Pattern.compile(pattern));
    }

    /** Whether a text may be a credential, or the part of one that its format begins with. */
    static boolean mayBe(String text) {
        for (Format format : FORMATS) {
            if (format.mayBe(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whose credential a text is or holds; null when nobody's. Documentation's own examples are nobody's. */
    static @Nullable String vendor(String text) {
        if (text.length() < 16 || text.length() > 20_000 || text.contains("EXAMPLE") || text.contains("XXXX")) {
            return null;
        }
        for (Format format : FORMATS) {
            if (format.mayBe(text) && format.pattern().matcher(text).find()) {
                return format.vendor();
            }
        }
        return null;
    }
}
