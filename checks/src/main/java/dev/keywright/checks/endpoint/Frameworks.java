package dev.keywright.checks.endpoint;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.UserModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@code frameworks.txt}, and adds the user's own routes. */
final class Frameworks {

    static final String CONFIGURED = "configured";

    private static final List<Framework> KNOWN = read();

    private Frameworks() {}

    static List<Framework> with(Settings settings) {
        List<UserModel.Route> own = settings.models(UserModel.Route.class);
        if (own.isEmpty()) {
            return KNOWN;
        }
        Framework configured = new Framework(CONFIGURED);
        configured.handlers.add("*");
        for (UserModel.Route route : own) {
            String method = route.method().isEmpty() ? "*" : route.method();
            configured.routes.put(route.annotation(), new Framework.Route(method, List.of(route.pathAttribute())));
        }
        List<Framework> all = new ArrayList<>(KNOWN);
        all.add(configured);
        return all;
    }

    private static List<Framework> read() {
        List<Framework> frameworks = new ArrayList<>();
        for (List<String> fact : Facts.read(Frameworks.class, "frameworks.txt")) {
            if (fact.get(0).equals("framework")) {
                frameworks.add(new Framework(fact.get(1)));
            } else {
                add(frameworks.get(frameworks.size() - 1), fact);
            }
        }
        return List.copyOf(frameworks);
    }

    private static void add(Framework framework, List<String> fact) {
        switch (fact.get(0)) {
            case "handler" -> framework.handlers.add(fact.get(1));
            case "base" -> framework.bases.put(fact.get(1), attributes(fact.get(2)));
            case "path" -> framework.paths.put(fact.get(1), attributes(fact.get(2)));
            case "route" ->
                framework.routes.put(fact.get(1), new Framework.Route(fact.get(2), attributes(fact.get(3))));
            case "verb" -> framework.verbs.put(fact.get(1), fact.get(2));
            case "override" ->
                framework
                        .overrides
                        .computeIfAbsent(fact.get(1), type -> new ArrayList<>())
                        .add(new Framework.Override(
                                fact.get(2),
                                fact.get(3),
                                Integer.parseInt(fact.get(4)),
                                fact.size() > 5 ? fact.get(5) : ""));
            case "locator" -> framework.locators = true;
            case "one-declaration" -> framework.oneDeclaration = true;
            default -> throw new IllegalStateException("frameworks.txt: " + fact);
        }
    }

    private static List<String> attributes(String text) {
        return text.equals("-") ? List.of() : Arrays.asList(text.split(","));
    }
}
