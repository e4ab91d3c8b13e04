package dev.keywright.checks.models;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.UserModel;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What libraries do: the rows that ship with Keywright and the user's own. Immutable and thread-safe. */
public final class Models {

    private static final List<String> FILES =
            List.of("jdk", "crypto", "loggers", "web", "frameworks", "clients", "data");

    private static final Models BUILT_IN = new Models(load(), SecretNames.builtIn());

    /** Owners whose instance methods may be meant when nothing is known of a receiver. */
    private static final List<String> COMMON = List.of("java.lang.", "java.util.", "java.nio.", "reactor.core.");

    private static final int NOT_MEANT = 99;

    private final Map<String, List<Model>> byMethod = new HashMap<>();
    private final Map<String, List<Model>> anyMethodByOwner = new HashMap<>();
    private final List<Model> rows;
    private final SecretNames names;

    private Models(List<Model> models, SecretNames names) {
        this.rows = List.copyOf(models);
        this.names = names;
        for (Model model : models) {
            for (String method : model.methods()) {
                if (method.equals("*")) {
                    model.owners()
                            .forEach(owner -> anyMethodByOwner
                                    .computeIfAbsent(owner, key -> new ArrayList<>())
                                    .add(model));
                } else {
                    byMethod.computeIfAbsent(method, key -> new ArrayList<>()).add(model);
                }
            }
        }
    }

    /** The facts that ship with Keywright. */
    public static Models builtIn() {
        return BUILT_IN;
    }

    /** The facts that ship with Keywright, and those of a project before them. */
    public static Models of(Settings settings) {
        if (settings.models().isEmpty()
                && settings.secretNames().isEmpty()
                && settings.harmlessNames().isEmpty()) {
            return BUILT_IN;
        }
        List<Model> rows = new ArrayList<>();
        for (UserModel model : settings.models()) {
            String row = row(model);
            if (row != null) {
                rows.addAll(ModelParser.parse("keywright.toml", row));
            }
        }
        rows.addAll(load());
        return new Models(rows, SecretNames.builtIn().with(settings.secretNames(), settings.harmlessNames()));
    }

    private static @Nullable String row(UserModel model) {
        if (model instanceof UserModel.Source source) {
            return source.owner() + "#" + source.method() + " -> source " + source.kind() + " expected";
        }
        if (model instanceof UserModel.Sink sink) {
            String operand = sink.argument() < 0 ? "args" : "arg" + sink.argument();
            String kind = sink.kind().equals("url") ? "url-query" : sink.kind();
            return sink.owner() + "#" + sink.method() + " -> sink " + kind + " " + operand;
        }
        if (model instanceof UserModel.Sanitizer sanitizer) {
            return sanitizer.owner() + "#" + sanitizer.method() + " -> sanitizes";
        }
        if (model instanceof UserModel.Logger logger) {
            String methods = logger.methods().isEmpty() ? "*" : String.join("|", logger.methods());
            return logger.type() + "#" + methods + " -> sink log args; fluent";
        }
        return null;
    }

    /**
     * Rows in the grammar of the model files.
     *
     * @throws IllegalArgumentException naming the line, when one cannot be read
     */
    public static List<Model> parse(String name, String text) {
        return List.copyOf(ModelParser.parse(name, text));
    }

    /** All rows, those of the project first. */
    public List<Model> rows() {
        return rows;
    }

    /** What names mean. */
    public SecretNames names() {
        return names;
    }

    /**
     * What a call does.
     *
     * @param receiverName the name of the variable, field or getter that is called upon; used when the type is unknown
     * @param receiverType the static type of the receiver; {@link TypeRef#UNKNOWN} when there is none
     * @return null when no row speaks of it
     */
    public @Nullable Model find(
            MethodRef method, TypeRef receiverType, String receiverName, int arguments, Program program) {
        Model best = null;
        int bestRank = NOT_MEANT;
        List<Model> candidates = byMethod.get(method.name());
        if (candidates != null) {
            for (Model model : candidates) {
                if (model.takes(arguments)) {
                    int rank = rank(model, method, receiverType, receiverName, program);
                    if (rank < bestRank) {
                        best = model;
                        bestRank = rank;
                    }
                }
            }
        }
        return best != null || anyMethodByOwner.isEmpty() ? best : anyMethod(method, receiverType, program);
    }

    private @Nullable Model anyMethod(MethodRef method, TypeRef receiverType, Program program) {
        for (Map.Entry<String, List<Model>> entry : anyMethodByOwner.entrySet()) {
            for (TypeRef type : List.of(method.owner(), receiverType)) {
                if (isA(type, entry.getKey(), program)) {
                    return entry.getValue().get(0);
                }
            }
        }
        return null;
    }

    /**
     * How surely a row speaks of a call: a library's own type is surer than a receiver's name, a name is surer than the JDK's
     * general containers, and those are surer than a guess about a receiver of which nothing is known.
     */
    private static int rank(Model model, MethodRef method, TypeRef receiverType, String receiverName, Program program) {
        int best = NOT_MEANT;
        boolean unknown = !known(method.owner()) && !known(receiverType);
        for (String owner : model.owners()) {
            int rank = NOT_MEANT;
            if (owner.startsWith("~~")) {
                rank = receiverName.equalsIgnoreCase(owner.substring(2)) ? 1 : NOT_MEANT;
            } else if (owner.equals("?")) {
                rank = unknown ? 6 : NOT_MEANT;
            } else if (owner.startsWith("*")) {
                rank = endsWith(receiverType, owner) || endsWith(method.owner(), owner) ? 2 : NOT_MEANT;
            } else if (owner.startsWith("~")) {
                rank = unknown && named(receiverName, owner) ? 5 : NOT_MEANT;
            } else if (isA(method.owner(), owner, program) || isA(receiverType, owner, program)) {
                rank = !isCommon(owner) ? 0 : isNamed(method.owner(), owner) || isNamed(receiverType, owner) ? 3 : 4;
            } else if (unknown && !method.isStatic() && isCommon(owner)) {
                rank = 7;
            }
            best = Math.min(best, rank);
        }
        return best;
    }

    private static boolean isNamed(TypeRef type, String owner) {
        return type.dims() == 0 && (owner.equals(type.name()) || !type.resolved() && owner.endsWith("." + type.name()));
    }

    private static boolean endsWith(TypeRef type, String pattern) {
        String name = type.simpleName();
        int end = name.length();
        // StaplerRequest2 is a request as well.
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return type.dims() == 0 && name.substring(0, end).endsWith(pattern.substring(1));
    }

    private static boolean isCommon(String owner) {
        return COMMON.stream().anyMatch(owner::startsWith);
    }

    private static boolean known(TypeRef type) {
        return !type.name().equals("?");
    }

    private static boolean named(String receiverName, String pattern) {
        String name = receiverName.toLowerCase(Locale.ROOT);
        return name.endsWith(pattern.substring(1));
    }

    private static boolean isA(TypeRef type, String owner, Program program) {
        if (type.dims() > 0 || !known(type)) {
            return false;
        }
        if (type.resolved()) {
            return type.name().equals(owner) || program.isSubtype(type, owner);
        }
        String name = type.name();
        return owner.equals(name) || owner.endsWith(name) && owner.charAt(owner.length() - name.length() - 1) == '.';
    }

    private static List<Model> load() {
        List<Model> models = new ArrayList<>();
        for (String file : FILES) {
            models.addAll(ModelParser.parse(file + ".models", resource(file + ".models")));
        }
        return models;
    }

    static String resource(String name) {
        try (InputStream in = Models.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
