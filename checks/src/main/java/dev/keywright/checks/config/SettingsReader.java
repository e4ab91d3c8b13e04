package dev.keywright.checks.config;

import dev.keywright.checks.config.Settings.EndpointPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Reads one {@code keywright.toml}. */
final class SettingsReader {

    /** A file of settings is written by hand; what is longer is something else. */
    private static final int LONGEST_BYTES = 1 << 20;

    private static final Set<String> LEVELS = Set.of("off", "note", "warning", "error");
    private static final Set<String> POLICIES = Set.of("when-keywright-is-used", "always", "never");
    private static final Set<String> SECRET_KINDS = Set.of("key", "token", "password", "mac", "digest", "personal");
    private static final Set<String> SINK_KINDS = Set.of("log", "error", "url", "response");

    private final Path file;
    private final String shown;
    private final Set<String> rules;
    private final List<String> problems = new ArrayList<>();
    private final Settings.Builder settings = Settings.builder();

    SettingsReader(Path file, String shown, Set<String> rules) {
        this.file = file;
        this.shown = shown;
        this.rules = rules;
    }

    Settings read() throws SettingsException {
        TomlParseResult toml = parsed(text());
        toml.errors()
                .forEach(error -> problems.add(Messages.at(
                        shown,
                        error.position().line(),
                        error.position().column(),
                        String.valueOf(error.getMessage()))));
        if (problems.isEmpty()) {
            Path folder = file.getParent();
            if (folder != null) {
                settings.base(folder);
            }
            root(new TomlSection("", toml, shown, problems));
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings.build();
    }

    /** The parser calls itself for whatever stands within something, and no file of settings goes that deep. */
    private TomlParseResult parsed(String text) throws SettingsException {
        try {
            return Toml.parse(text);
        } catch (StackOverflowError e) {
            throw new SettingsException(List.of(Messages.tooDeep(shown)));
        } catch (RuntimeException | AssertionError e) {
            // The parser stumbles over some of what is no TOML, as half an escape, instead of saying so.
            throw new SettingsException(List.of(Messages.noToml(shown)));
        }
    }

    private String text() throws SettingsException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST_BYTES + 1);
        } catch (IOException e) {
            throw new SettingsException(
                    List.of(Messages.unreadable(shown, e.getClass().getSimpleName())));
        }
        if (bytes.length > LONGEST_BYTES) {
            throw new SettingsException(List.of(Messages.tooLong(shown, LONGEST_BYTES)));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SettingsException(List.of(Messages.notUtf8(shown)));
        }
    }

    private void root(TomlSection root) {
        root.string("baseline").ifPresent(path -> baseline(root, path));
        root.strings("exclude").forEach(settings::exclude);
        root.flag("include-tests").ifPresent(settings::includeTests);
        root.flag("include-generated").ifPresent(settings::includeGenerated);
        root.table("severity").ifPresent(this::severities);
        root.table("endpoints").ifPresent(this::endpoints);
        root.table("secrets").ifPresent(this::secrets);
        root.tables("source").forEach(this::source);
        root.tables("sink").forEach(this::sink);
        root.tables("sanitizer").forEach(this::sanitizer);
        root.tables("logger").forEach(this::logger);
        root.tables("route").forEach(this::route);
        root.refuseOtherKeys();
    }

    private void baseline(TomlSection root, String path) {
        try {
            settings.baseline(file.resolveSibling(path));
        } catch (InvalidPathException e) {
            root.problem("baseline", Messages.noPath("baseline"));
        }
    }

    private void severities(TomlSection section) {
        for (String rule : section.keys()) {
            if (rules.contains(rule)) {
                section.word(rule, LEVELS).flatMap(Level::of).ifPresent(level -> settings.level(rule, level));
            } else {
                section.problem(rule, Messages.unknownRule(rule, rules));
            }
        }
    }

    private void endpoints(TomlSection section) {
        section.word("must-be-protected", POLICIES)
                .ifPresent(word -> settings.endpointPolicy(
                        EndpointPolicy.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))));
        section.strings("protected-elsewhere").forEach(settings::protectedElsewhere);
        section.strings("limited-elsewhere").forEach(settings::limitedElsewhere);
        section.refuseOtherKeys();
    }

    private void secrets(TomlSection section) {
        section.strings("names").forEach(name -> settings.secretName(name.toLowerCase(Locale.ROOT)));
        section.strings("harmless-names").forEach(name -> settings.harmlessName(name.toLowerCase(Locale.ROOT)));
        section.refuseOtherKeys();
    }

    private void source(TomlSection section) {
        section.method("method")
                .ifPresent(method -> section.requiredWord("kind", SECRET_KINDS)
                        .ifPresent(kind -> settings.model(new UserModel.Source(method.owner(), method.name(), kind))));
        section.refuseOtherKeys();
    }

    private void sink(TomlSection section) {
        int argument = section.index("argument").orElse(-1);
        section.method("method")
                .ifPresent(method -> section.requiredWord("kind", SINK_KINDS)
                        .ifPresent(kind ->
                                settings.model(new UserModel.Sink(method.owner(), method.name(), kind, argument))));
        section.refuseOtherKeys();
    }

    private void sanitizer(TomlSection section) {
        section.method("method")
                .ifPresent(method -> settings.model(new UserModel.Sanitizer(method.owner(), method.name())));
        section.refuseOtherKeys();
    }

    private void logger(TomlSection section) {
        List<String> methods = section.strings("methods");
        section.type("type").ifPresent(type -> settings.model(new UserModel.Logger(type, methods)));
        section.refuseOtherKeys();
    }

    private void route(TomlSection section) {
        String method = section.string("method").orElse("");
        String path = section.string("path").orElse("value");
        section.type("annotation").ifPresent(type -> settings.model(new UserModel.Route(type, method, path)));
        section.refuseOtherKeys();
    }
}
