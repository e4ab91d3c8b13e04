package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Descriptors and generic signatures of class files (JVMS 4.3, 4.7.9.1). A wildcard is its bound, upper or lower. */
final class Signatures {

    record ClassSignature(Map<String, TypeRef> typeParameters, List<TypeRef> supertypes) {}

    record MethodSignature(Map<String, TypeRef> typeParameters, List<TypeRef> parameters, TypeRef returnType) {}

    private final String text;
    private int at;

    private Signatures(String text) {
        this.text = text;
    }

    static TypeRef ofField(String signature) throws IOException {
        return guarded(new Signatures(signature)::type);
    }

    static ClassSignature ofClass(String signature) throws IOException {
        Signatures reader = new Signatures(signature);
        return guarded(() -> {
            Map<String, TypeRef> parameters = reader.typeParameters();
            List<TypeRef> supertypes = new ArrayList<>();
            while (reader.at < signature.length()) {
                supertypes.add(reader.type());
            }
            return new ClassSignature(parameters, supertypes);
        });
    }

    static MethodSignature ofMethod(String signature) throws IOException {
        Signatures reader = new Signatures(signature);
        return guarded(() -> {
            Map<String, TypeRef> typeParameters = reader.typeParameters();
            List<TypeRef> parameters = new ArrayList<>();
            reader.at++;
            while (reader.peek() != ')') {
                parameters.add(reader.type());
            }
            reader.at++;
            return new MethodSignature(typeParameters, List.copyOf(parameters), reader.type());
        });
    }

    /** {@code java/util/Map$Entry} → {@code java.util.Map.Entry}; a dollar at an end or before a digit is part of a name. */
    static String dotted(String internal) {
        StringBuilder name = new StringBuilder(internal.replace('/', '.'));
        for (int i = 1; i < name.length() - 1; i++) {
            if (name.charAt(i) == '$' && name.charAt(i - 1) != '.' && Character.isLetter(name.charAt(i + 1))) {
                name.setCharAt(i, '.');
            }
        }
        return name.toString();
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T guarded(Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("malformed signature", e);
        }
    }

    private char peek() {
        return text.charAt(at);
    }

    private Map<String, TypeRef> typeParameters() throws IOException {
        if (peek() != '<') {
            return Map.of();
        }
        at++;
        Map<String, TypeRef> parameters = new LinkedHashMap<>();
        while (peek() != '>') {
            int colon = text.indexOf(':', at);
            String name = text.substring(at, colon);
            at = colon;
            TypeRef bound = null;
            while (peek() == ':') {
                at++;
                if (peek() != ':' && peek() != '>') {
                    TypeRef next = type();
                    bound = bound == null ? next : bound;
                }
            }
            parameters.put(name, bound == null ? Names.OBJECT : bound);
        }
        at++;
        return parameters;
    }

    private TypeRef type() throws IOException {
        int dims = 0;
        while (peek() == '[') {
            dims++;
            at++;
        }
        char tag = text.charAt(at++);
        TypeRef type = switch (tag) {
            case 'B' -> TypeRef.of("byte");
            case 'C' -> Names.CHAR;
            case 'D' -> Names.DOUBLE;
            case 'F' -> Names.FLOAT;
            case 'I' -> Names.INT;
            case 'J' -> Names.LONG;
            case 'S' -> TypeRef.of("short");
            case 'Z' -> Names.BOOLEAN;
            case 'V' -> TypeRef.VOID;
            case 'T' -> {
                int end = text.indexOf(';', at);
                String name = text.substring(at, end);
                at = end + 1;
                yield TypeVars.of(name);
            }
            case 'L' -> classType();
            default -> throw new IOException("malformed signature");
        };
        return TypeVars.withDims(type, dims);
    }

    private TypeRef classType() throws IOException {
        StringBuilder name = new StringBuilder();
        List<TypeRef> args = new ArrayList<>();
        while (true) {
            char c = text.charAt(at++);
            if (c == ';') {
                return new TypeRef(dotted(name.toString()), true, args, 0);
            } else if (c == '.') {
                name.append('$');
                args.clear();
            } else if (c == '<') {
                while (peek() != '>') {
                    args.add(argument());
                }
                at++;
            } else {
                name.append(c);
            }
        }
    }

    private TypeRef argument() throws IOException {
        char c = peek();
        if (c == '*') {
            at++;
            return Names.OBJECT;
        }
        if (c == '+' || c == '-') {
            at++;
        }
        return type();
    }
}
