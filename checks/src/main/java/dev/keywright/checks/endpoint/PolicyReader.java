package dev.keywright.checks.endpoint;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Works out the policy that is in force on an endpoint. */
final class PolicyReader {

    private static final String PACKAGE = "dev.keywright.annotations.";
    private static final Map<String, Mechanism.Kind> MECHANISMS = Map.of(
            PACKAGE + "ApiKeyProtected", Mechanism.Kind.API_KEY,
            PACKAGE + "HmacSigned", Mechanism.Kind.HMAC,
            PACKAGE + "BearerProtected", Mechanism.Kind.BEARER);
    private static final String ANY_OF = PACKAGE + "AnyOf";
    private static final String PUBLIC = PACKAGE + "PublicEndpoint";
    private static final String LOGIN = PACKAGE + "LoginProtected";
    private static final Set<String> LIMITS = Set.of(PACKAGE + "RateLimited", PACKAGE + "RateLimited.List");

    private final Program program;
    private final Settings settings;
    private final Annotations annotations;
    private final Hierarchy hierarchy;
    private final ForeignReader foreigners;

    PolicyReader(Program program, Settings settings, Annotations annotations, Hierarchy hierarchy) {
        this.program = program;
        this.settings = settings;
        this.annotations = annotations;
        this.hierarchy = hierarchy;
        foreigners = new ForeignReader(program, annotations);
    }

    EffectivePolicy read(Hierarchy.Family family, List<TypeDecl> lineage, List<String> paths) {
        List<Level> levels = new ArrayList<>();
        family.declarations().forEach(method -> levels.add(level(method.annotations(), method.owner())));
        lineage.forEach(type -> levels.add(level(type.annotations(), type.name())));

        Level mechanism = nearest(levels, PolicyReader::hasMechanism);
        Level login = nearest(levels, level -> level.has(Set.of(LOGIN)));
        Level limits = nearest(levels, level -> level.has(LIMITS));
        ForeignReader.Verdict foreign = Level.first(levels, foreigners::protection);
        List<Mechanism> mechanisms = mechanism == null ? List.of() : mechanisms(mechanism);
        List<Annotation> open = mechanism == null ? List.of() : mechanism.all(Set.of(PUBLIC));
        return new EffectivePolicy(
                open.isEmpty() ? mechanisms : List.of(),
                mechanism != null && mechanism.has(Set.of(ANY_OF)),
                open.isEmpty() ? null : open.get(0),
                login == null ? null : login.all(Set.of(LOGIN)).get(0),
                limits == null ? List.of() : limits.all(LIMITS),
                foreign != null && !foreign.opens() ? foreign.annotation() : foreigners.byParameter(family),
                foreign != null && foreign.opens() ? foreign.annotation() : null,
                Level.first(levels, foreigners::limit),
                Limiters.callsLimiter(family.runs(), program),
                !paths.isEmpty() && paths.stream().allMatch(settings::isProtectedElsewhere),
                !paths.isEmpty() && paths.stream().allMatch(settings::isLimitedElsewhere),
                hierarchy.unseen(lineage));
    }

    private Level level(List<Annotation> written, String type) {
        return new Level(written, program.fileOf(type));
    }

    private static @Nullable Level nearest(List<Level> levels, Predicate<Level> test) {
        return Level.first(levels, level -> test.test(level) ? level : null);
    }

    private static boolean hasMechanism(Level level) {
        return level.has(MECHANISMS.keySet()) || level.has(Set.of(ANY_OF, PUBLIC));
    }

    private List<Mechanism> mechanisms(Level level) {
        List<Annotation> written = new ArrayList<>(level.annotations());
        int required = written.size();
        for (Annotation anyOf : level.all(Set.of(ANY_OF))) {
            for (String family : List.of("apiKey", "hmac", "bearer")) {
                written.addAll(Annotations.nested(anyOf.value(family)));
            }
        }
        List<Mechanism> mechanisms = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Annotation annotation = written.get(i);
            for (String name : TypeNames.candidates(annotation.type(), level.file())) {
                Mechanism.Kind kind = MECHANISMS.get(name);
                if (kind != null) {
                    mechanisms.add(new Mechanism(
                            kind, annotations.texts(annotation.value("scopes")), annotation, i >= required));
                }
            }
        }
        return mechanisms;
    }
}
