package dev.keywright.processor.declaration;

import dev.keywright.annotations.internal.grammar.AccountPath;
import dev.keywright.annotations.internal.grammar.DurationGrammar;
import dev.keywright.annotations.internal.grammar.GrammarException;
import dev.keywright.annotations.internal.grammar.LoginGrammar;
import dev.keywright.annotations.internal.grammar.Names;
import dev.keywright.annotations.internal.grammar.Scopes;
import dev.keywright.annotations.internal.grammar.SizeGrammar;
import dev.keywright.processor.descriptor.Credential;
import dev.keywright.processor.descriptor.Login;
import dev.keywright.processor.model.Mirrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Reads one mechanism annotation, also inside {@code @AnyOf}. */
final class CredentialReader {

    /** Fields that clients, proxies and servers act upon themselves (RFC 9110), so that a key there would be lost or shared. */
    private static final Set<String> MEANINGFUL = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "host",
            "connection",
            "content-length",
            "content-type",
            "transfer-encoding",
            "te",
            "upgrade");

    private final Element element;
    private final RuntimeSupport runtime;
    private final Problems problems;

    CredentialReader(Element element, RuntimeSupport runtime, Problems problems) {
        this.element = element;
        this.runtime = runtime;
        this.problems = problems;
    }

    /**
     * Reads a mechanism.
     *
     * @return empty when it does not compile or is not enforced
     */
    Optional<Credential> read(AnnotationMirror mirror) {
        switch (Mirrors.name(mirror)) {
            case AnnotationNames.API_KEY -> {
                return apiKey(mirror);
            }
            case AnnotationNames.HMAC -> {
                return hmac(mirror);
            }
            default -> {
                return bearer(mirror);
            }
        }
    }

    private Optional<Credential> apiKey(AnnotationMirror mirror) {
        String header = text(mirror, "header");
        String store = text(mirror, "store");
        String bodyLimit = text(mirror, "bodyLimit");
        List<String> scopes = scopes(mirror);
        if (header == null || store == null || bodyLimit == null || scopes == null) {
            return Optional.empty();
        }
        grammar(mirror, Mirrors.value(mirror, "header"), () -> Names.checkHeader(header));
        if (MEANINGFUL.contains(header.toLowerCase(Locale.ROOT))) {
            problems.add(element, mirror, Mirrors.written(mirror, "header"), Messages.headerWithOtherMeaning(header));
        }
        if (!store.isEmpty()) {
            grammar(mirror, Mirrors.value(mirror, "store"), () -> Names.checkStore(store));
        }
        if (!bodyLimit.isEmpty()) {
            grammar(mirror, Mirrors.value(mirror, "bodyLimit"), () -> SizeGrammar.parse(bodyLimit));
        }
        return Optional.of(new Credential.ApiKey(header, store, bodyLimit, scopes));
    }

    private Optional<Credential> bearer(AnnotationMirror mirror) {
        String verifier = text(mirror, "verifier");
        String bodyLimit = text(mirror, "bodyLimit");
        List<String> scopes = scopes(mirror);
        if (verifier == null || bodyLimit == null || scopes == null) {
            return Optional.empty();
        }
        if (!verifier.isEmpty()) {
            grammar(mirror, Mirrors.value(mirror, "verifier"), () -> Names.checkStore(verifier));
        }
        if (!bodyLimit.isEmpty()) {
            grammar(mirror, Mirrors.value(mirror, "bodyLimit"), () -> SizeGrammar.parse(bodyLimit));
        }
        if (runtime.isThere() && !runtime.checksBearerTokens()) {
            problems.add(element, mirror, null, Messages.bearerNotEnforced());
        }
        return Optional.of(new Credential.Bearer(verifier, bodyLimit, scopes));
    }

    /**
     * Reads {@code @LoginProtected}.
     *
     * @return empty when it does not compile
     */
    Optional<Login> login(AnnotationMirror mirror) {
        String account = text(mirror, "account");
        String failures = text(mirror, "failures");
        String bodyLimit = text(mirror, "bodyLimit");
        if (account == null || failures == null || bodyLimit == null) {
            return Optional.empty();
        }
        grammar(mirror, Mirrors.value(mirror, "account"), () -> AccountPath.parse(account));
        grammar(mirror, Mirrors.value(mirror, "failures"), () -> LoginGrammar.failures(failures));
        grammar(mirror, Mirrors.value(mirror, "bodyLimit"), () -> SizeGrammar.parse(bodyLimit));
        if (runtime.isThere() && !runtime.countsLogins()) {
            problems.add(element, mirror, null, Messages.loginNotEnforced());
        }
        return Optional.of(new Login(account, failures, bodyLimit));
    }

    private Optional<Credential> hmac(AnnotationMirror mirror) {
        String scheme = Mirrors.constant(Mirrors.value(mirror, "scheme"));
        String secretName = text(mirror, "secret");
        String tolerance = text(mirror, "tolerance");
        String bodyLimit = text(mirror, "bodyLimit");
        if (scheme == null || secretName == null || tolerance == null || bodyLimit == null) {
            problems.unreadable();
            return Optional.empty();
        }
        grammar(mirror, Mirrors.value(mirror, "secret"), () -> Names.checkSecret(secretName));
        grammar(mirror, Mirrors.value(mirror, "tolerance"), () -> DurationGrammar.parse(tolerance));
        grammar(mirror, Mirrors.value(mirror, "bodyLimit"), () -> SizeGrammar.parse(bodyLimit));
        if (runtime.isThere() && !runtime.verifies(scheme)) {
            problems.add(element, mirror, Mirrors.written(mirror, "scheme"), Messages.schemeNotEnforced(scheme));
        }
        return Optional.of(new Credential.Hmac(scheme, secretName, tolerance, bodyLimit));
    }

    private @Nullable List<String> scopes(AnnotationMirror mirror) {
        AnnotationValue all = Mirrors.value(mirror, "scopes");
        List<AnnotationValue> listed = Mirrors.elements(all);
        if (listed == null) {
            problems.unreadable();
            return null;
        }
        List<String> scopes = new ArrayList<>();
        for (AnnotationValue one : listed) {
            String scope = Mirrors.string(one);
            if (scope == null) {
                problems.unreadable();
                return null;
            }
            // javac finds the place of a single value only by the array that it makes of it.
            AnnotationValue place = listed.size() == 1 ? all : one;
            grammar(mirror, place, () -> Scopes.check(scope));
            if (scopes.contains(scope)) {
                problems.add(element, mirror, place, Messages.repeatedScope(scope));
            }
            scopes.add(scope);
        }
        return scopes;
    }

    private @Nullable String text(AnnotationMirror mirror, String attribute) {
        String text = Mirrors.string(Mirrors.value(mirror, attribute));
        if (text == null) {
            problems.unreadable();
        }
        return text;
    }

    /** Runs a parser; what it refuses becomes a problem at the value. */
    void grammar(AnnotationMirror mirror, @Nullable AnnotationValue value, Runnable parser) {
        try {
            parser.run();
        } catch (GrammarException refused) {
            problems.add(element, mirror, value, String.valueOf(refused.getMessage()));
        }
    }
}
