package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that Lombok will write: accessors, constructors, the logger. */
final class Lombok {

    /** @param field the field that is read or written */
    record Accessor(VariableDeclarator field, String name, boolean writes, boolean isStatic, boolean chained) {}

    private static final Map<String, String> LOGGERS = Map.of(
            "lombok.extern.slf4j.Slf4j", "org.slf4j.Logger",
            "lombok.extern.slf4j.XSlf4j", "org.slf4j.ext.XLogger",
            "lombok.extern.log4j.Log4j2", "org.apache.logging.log4j.Logger",
            "lombok.extern.log4j.Log4j", "org.apache.log4j.Logger",
            "lombok.extern.java.Log", "java.util.logging.Logger",
            "lombok.extern.apachecommons.CommonsLog", "org.apache.commons.logging.Log",
            "lombok.extern.jbosslog.JBossLog", "org.jboss.logging.Logger",
            "lombok.extern.flogger.Flogger", "com.google.common.flogger.FluentLogger");

    private Lombok() {}

    /** The type of the {@code log} field; null without one. */
    static @Nullable TypeRef logger(TypeDeclaration<?> type, FileNames names) {
        for (AnnotationExpr annotation : type.getAnnotations()) {
            for (Map.Entry<String, String> logger : LOGGERS.entrySet()) {
                if (is(annotation, logger.getKey(), names)) {
                    return TypeRef.of(logger.getValue());
                }
            }
        }
        return null;
    }

    static void addMembers(TypeDeclaration<?> type, SourceClass made, FileNames names) {
        TypeRef logger = logger(type, names);
        if (logger != null) {
            made.add(new SourceClass.Field("log", logger, true, null));
        }
        for (Accessor accessor : accessors(type, names)) {
            TypeRef fieldType = TypeSyntax.of(accessor.field().getType());
            List<TypeRef> parameters = accessor.writes() ? List.of(fieldType) : List.of();
            if (!made.declaresMethod(accessor.name(), parameters.size())) {
                TypeRef self = TypeRef.of(made.name());
                TypeRef result = !accessor.writes() ? fieldType : accessor.chained() ? self : TypeRef.VOID;
                made.add(new SourceClass.Method(
                        accessor.name(), Map.of(), parameters, result, accessor.isStatic(), false, false));
            }
        }
    }

    /** Constructors of a class that declares none: the default one, or Lombok's. */
    static List<SourceClass.Method> constructors(TypeDeclaration<?> type, SourceClass made, FileNames names) {
        List<SourceClass.Method> constructors = new ArrayList<>();
        boolean value = has(type, "lombok.Value", names);
        if (value || has(type, "lombok.AllArgsConstructor", names) || has(type, "lombok.Builder", names)) {
            constructors.add(constructor(instanceFields(type, false)));
        }
        if (has(type, "lombok.RequiredArgsConstructor", names) || has(type, "lombok.Data", names)) {
            constructors.add(constructor(instanceFields(type, true)));
        }
        if (constructors.isEmpty() || has(type, "lombok.NoArgsConstructor", names)) {
            constructors.add(constructor(List.of()));
        }
        return constructors;
    }

    private static SourceClass.Method constructor(List<VariableDeclarator> fields) {
        List<TypeRef> types =
                fields.stream().map(field -> TypeSyntax.of(field.getType())).toList();
        return new SourceClass.Method("<init>", Map.of(), types, TypeRef.VOID, false, false, false);
    }

    private static List<VariableDeclarator> instanceFields(TypeDeclaration<?> type, boolean onlyFinal) {
        List<VariableDeclarator> fields = new ArrayList<>();
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof FieldDeclaration field && !field.isStatic() && (!onlyFinal || field.isFinal())) {
                for (VariableDeclarator variable : field.getVariables()) {
                    if (!field.isFinal() || variable.getInitializer().isEmpty()) {
                        fields.add(variable);
                    }
                }
            }
        }
        return fields;
    }

    static List<Accessor> accessors(TypeDeclaration<?> type, FileNames names) {
        if (!usesLombok(names) || Collector.isInterface(type)) {
            return List.of();
        }
        boolean data = has(type, "lombok.Data", names);
        boolean value = has(type, "lombok.Value", names);
        boolean allGetters = data || value || has(type, "lombok.Getter", names);
        boolean allSetters = data || has(type, "lombok.Setter", names);
        boolean fluent = flag(type, "fluent", names);
        boolean chained = fluent || flag(type, "chain", names);
        List<Accessor> accessors = new ArrayList<>();
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof FieldDeclaration field) {
                boolean instance = !field.isStatic();
                boolean read = instance && allGetters || has(field, "lombok.Getter", names);
                boolean written = (instance && allSetters || has(field, "lombok.Setter", names)) && !field.isFinal();
                for (VariableDeclarator variable : field.getVariables()) {
                    if (read) {
                        accessors.add(new Accessor(variable, getter(variable, fluent), false, field.isStatic(), false));
                    }
                    if (written && !value) {
                        accessors.add(
                                new Accessor(variable, setter(variable, fluent), true, field.isStatic(), chained));
                    }
                }
            }
        }
        return accessors;
    }

    private static boolean isBoolean(VariableDeclarator field) {
        return field.getType().isPrimitiveType() && field.getType().asString().equals("boolean");
    }

    private static boolean isPrefixed(String name) {
        return name.length() > 2 && name.startsWith("is") && Character.isUpperCase(name.charAt(2));
    }

    private static String getter(VariableDeclarator field, boolean fluent) {
        String name = field.getNameAsString();
        if (fluent) {
            return name;
        }
        if (isBoolean(field)) {
            return isPrefixed(name) ? name : "is" + capital(name);
        }
        return "get" + capital(name);
    }

    private static String setter(VariableDeclarator field, boolean fluent) {
        String name = field.getNameAsString();
        if (fluent) {
            return name;
        }
        return "set" + capital(isBoolean(field) && isPrefixed(name) ? name.substring(2) : name);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean flag(TypeDeclaration<?> type, String attribute, FileNames names) {
        for (AnnotationExpr annotation : type.getAnnotations()) {
            if (is(annotation, "lombok.experimental.Accessors", names) && annotation.isNormalAnnotationExpr()) {
                return annotation.asNormalAnnotationExpr().getPairs().stream()
                        .anyMatch(pair -> pair.getNameAsString().equals(attribute)
                                && pair.getValue().toString().equals("true"));
            }
        }
        return false;
    }

    private static boolean usesLombok(FileNames names) {
        for (String imported : names.imports()) {
            if (imported.startsWith("lombok.")) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(NodeWithAnnotations<?> node, String annotation, FileNames names) {
        for (AnnotationExpr written : node.getAnnotations()) {
            if (is(written, annotation, names)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(AnnotationExpr written, String annotation, FileNames names) {
        String name = written.getNameAsString();
        return name.equals(annotation)
                || annotation.endsWith('.' + name) && name.indexOf('.') < 0 && names.imports(annotation);
    }
}
