package dev.keywright.checks.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules' pages, as they are in docs/rules. */
public final class RulePages {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+");

    private RulePages() {}

    /** The page of a rule in Markdown; empty when there is none. */
    public static Optional<String> page(String rule) {
        if (!NAME.matcher(rule).matches()) {
            return Optional.empty();
        }
        try (InputStream in = RulePages.class.getResourceAsStream("/dev/keywright/checks/pages/" + rule + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
