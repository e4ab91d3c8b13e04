package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.flow.LiteralSecrets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords and keys that stand inside of an address or a connection string: {@code amqp://user:password@host}. */
final class EmbeddedSecrets {

    private static final int LONGEST = 2_000;

    /** @param sign is in every text that the pattern finds something in */
    private record Form(String sign, Pattern pattern) {}

    private static final Form ADDRESS = form("@", "^[a-z][a-z0-9+.:-]{1,40}://[^/?#\\s:@]{0,100}:([^/?#\\s@]{6,200})@");

    private static final List<Form> FORMS = List.of(
            ADDRESS,
            form("jdbc:", "^jdbc:[^\\s]{1,500}?[?&;](?:password|PASSWORD|pwd|Password)=([^&;\\s]{6,200})"),
            form("AccountKey=", "\\bAccountKey=([A-Za-z0-9+/=]{20,200})"),
            form("SharedAccessKey=", "\\bSharedAccessKey=([A-Za-z0-9+/=]{20,200})"),
            form("LoginModule ", "LoginModule +required\\b.{0,500}?\\bpassword *= *[\"']([^\"']{6,200})[\"']"));

    private EmbeddedSecrets() {}

    private static Form form(String sign, String pattern) {
        return new Form(sign, Pattern.compile(pattern));
    }

    /** Whether a text may hold one. */
    static boolean mayBe(String text) {
        for (Form form : FORMS) {
            if (text.contains(form.sign())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a literal may be one, or the part of one that its sign is in; the other parts may be literals of their own. */
    static Lead lead(String literal) {
        Lead found = Lead.NO;
        for (Form form : FORMS) {
            if (literal.contains(form.sign())) {
                if (form != ADDRESS || literal.contains("://")) {
                    return Lead.ANYWHERE;
                }
                found = Lead.BESIDE_ADDRESS;
            }
        }
        return found;
    }

    static boolean isIn(String text) {
        if (text.length() > LONGEST || !mayBe(text)) {
            return false;
        }
        for (Form form : FORMS) {
            if (text.contains(form.sign())) {
                Matcher matcher = form.pattern().matcher(text);
                if (matcher.find() && !isTemplate(matcher.group(1)) && LiteralSecrets.looksSecret(matcher.group(1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code {password}}, {@code <password>}, {@code [password]}: where one is to be put. */
    private static boolean isTemplate(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('<') >= 0 || text.indexOf('[') >= 0;
    }
}
