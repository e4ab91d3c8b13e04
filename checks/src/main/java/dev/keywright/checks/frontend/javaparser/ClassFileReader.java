package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a class file what a caller of the class can see (JVMS chapter 4). Private and synthetic members are left out,
 * code is never looked at. Any malformed file ends in an {@link IOException}.
 */
final class ClassFileReader {

    private static final int PRIVATE = 0x2;
    private static final int STATIC = 0x8;
    private static final int INTERFACE = 0x200;
    private static final int ABSTRACT = 0x400;
    private static final int VARARGS = 0x80;
    private static final int SYNTHETIC = 0x1000;

    private final DataInputStream in;
    private @Nullable Object[] pool = new Object[0];
    private String self = "";

    private ClassFileReader(byte[] bytes) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    static BinaryClass read(byte[] bytes) throws IOException {
        try {
            return new ClassFileReader(bytes).read();
        } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException | NegativeArraySizeException e) {
            throw new IOException("malformed class file", e);
        }
    }

    private BinaryClass read() throws IOException {
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("no class file");
        }
        in.readInt();
        readPool();
        int access = in.readUnsignedShort();
        self = className(in.readUnsignedShort());
        List<TypeRef> supertypes = new ArrayList<>();
        int superIndex = in.readUnsignedShort();
        boolean isInterface = (access & INTERFACE) != 0;
        if (superIndex != 0 && !isInterface) {
            supertypes.add(TypeRef.of(Signatures.dotted(className(superIndex))));
        }
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            supertypes.add(TypeRef.of(Signatures.dotted(className(in.readUnsignedShort()))));
        }
        List<Member> fields = members();
        List<Member> methods = members();
        Member type = new Member(access, self, "");
        attributes(type);
        Map<String, TypeRef> parameters = Map.of();
        if (type.signature != null) {
            Signatures.ClassSignature parsed = Signatures.ofClass(type.signature);
            parameters = parsed.typeParameters();
            supertypes = new ArrayList<>(parsed.supertypes());
            if (isInterface) {
                supertypes.removeIf(parent -> parent.is("java.lang.Object"));
            }
        }
        String name = Signatures.dotted(self);
        BinaryClass result = new BinaryClass(
                name,
                isInterface,
                parameters,
                List.copyOf(supertypes),
                Map.copyOf(type.nested),
                List.copyOf(type.annotations));
        for (Member field : fields) {
            if ((field.access & (PRIVATE | SYNTHETIC)) == 0) {
                String descriptor = field.signature != null ? field.signature : field.descriptor;
                result.add(new ClassInfo.FieldInfo(
                        name,
                        field.name,
                        Signatures.ofField(descriptor),
                        (field.access & STATIC) != 0,
                        constant(field.constant, field.descriptor)));
            }
        }
        for (Member method : methods) {
            if ((method.access & (PRIVATE | SYNTHETIC)) == 0 && !method.name.equals("<clinit>")) {
                add(method(name, method), method, result);
            }
        }
        return result;
    }

    private static void add(ClassInfo.MethodInfo method, Member member, BinaryClass result) {
        boolean isAbstract = (member.access & ABSTRACT) != 0;
        result.add(method, isAbstract);
        boolean annotated = !method.annotations().isEmpty()
                || member.onParameters.stream().anyMatch(annotations -> !annotations.isEmpty());
        if (annotated && !method.isStatic() && !method.name().equals("<init>")) {
            result.add(BinaryDeclarations.method(method, isAbstract, member.onParameters));
        }
    }

    private static ClassInfo.MethodInfo method(String owner, Member method) throws IOException {
        Signatures.MethodSignature erased = Signatures.ofMethod(method.descriptor);
        Signatures.MethodSignature generic = method.signature == null ? erased : Signatures.ofMethod(method.signature);
        // Constructors of inner classes and enums have hidden parameters, which the Signature attribute leaves out.
        if (generic.parameters().size() != erased.parameters().size()) {
            int hidden = erased.parameters().size() - generic.parameters().size();
            if (hidden < 0) {
                generic = erased;
            } else {
                erased = new Signatures.MethodSignature(
                        Map.of(),
                        erased.parameters().subList(hidden, erased.parameters().size()),
                        erased.returnType());
            }
        }
        return new ClassInfo.MethodInfo(
                owner,
                method.name,
                generic.typeParameters(),
                generic.parameters(),
                List.copyOf(erased.parameters()),
                generic.returnType(),
                erased.returnType(),
                (method.access & STATIC) != 0,
                (method.access & VARARGS) != 0,
                List.copyOf(method.annotations));
    }

    private List<Member> members() throws IOException {
        int count = in.readUnsignedShort();
        List<Member> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Member member =
                    new Member(in.readUnsignedShort(), utf8(in.readUnsignedShort()), utf8(in.readUnsignedShort()));
            attributes(member);
            members.add(member);
        }
        return members;
    }

    private void attributes(Member member) throws IOException {
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            String name = utf8(in.readUnsignedShort());
            int length = in.readInt();
            switch (name) {
                case "Signature" -> member.signature = utf8(in.readUnsignedShort());
                case "ConstantValue" -> member.constant = pool[in.readUnsignedShort()];
                case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> annotations(member.annotations);
                case "RuntimeVisibleParameterAnnotations", "RuntimeInvisibleParameterAnnotations" ->
                    parameterAnnotations(member.onParameters);
                case "InnerClasses" -> innerClasses(member);
                default -> in.skipNBytes(length);
            }
        }
    }

    private void parameterAnnotations(List<List<Annotation>> found) throws IOException {
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            if (i == found.size()) {
                found.add(new ArrayList<>(0));
            }
            annotations(found.get(i));
        }
    }

    private void annotations(List<Annotation> found) throws IOException {
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            Annotation annotation = annotation();
            if (!annotation.type().name().startsWith("jdk.internal.")) {
                found.add(annotation);
            }
        }
    }

    private void innerClasses(Member member) throws IOException {
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            int inner = in.readUnsignedShort();
            int outer = in.readUnsignedShort();
            int name = in.readUnsignedShort();
            in.readUnsignedShort();
            if (outer != 0 && name != 0 && className(outer).equals(self)) {
                member.nested.put(utf8(name), Signatures.dotted(className(inner)));
            }
        }
    }

    private Annotation annotation() throws IOException {
        TypeRef type = Signatures.ofField(utf8(in.readUnsignedShort()));
        Map<String, Expr> values = new LinkedHashMap<>();
        for (int n = in.readUnsignedShort(); n > 0; n--) {
            values.put(utf8(in.readUnsignedShort()), value(0));
        }
        return new Annotation(type, values, Span.NONE);
    }

    private Expr value(int depth) throws IOException {
        if (depth > 16) {
            throw new IOException("annotation too deep");
        }
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 'e' -> {
                TypeRef type = Signatures.ofField(utf8(in.readUnsignedShort()));
                return new Expr.Field(null, type, utf8(in.readUnsignedShort()), true, null, true, type, Span.NONE);
            }
            case 'c' -> {
                TypeRef named = Signatures.ofField(utf8(in.readUnsignedShort()));
                return new Expr.ClassLiteral(named, TypeRef.of("java.lang.Class"), Span.NONE);
            }
            case '@' -> {
                Annotation nested = annotation();
                return new Expr.AnnotationValue(nested, nested.type(), Span.NONE);
            }
            case '[' -> {
                List<Expr> elements = new ArrayList<>();
                for (int n = in.readUnsignedShort(); n > 0; n--) {
                    elements.add(value(depth + 1));
                }
                TypeRef type = elements.isEmpty()
                        ? TypeRef.UNKNOWN
                        : elements.get(0).type().arrayOf();
                return new Expr.NewArray(List.of(), elements, type, Span.NONE);
            }
            default -> {
                Object raw = pool[in.readUnsignedShort()];
                String descriptor = tag == 's' ? "Ljava/lang/String;" : String.valueOf((char) tag);
                return new Expr.Literal(constant(raw, descriptor), Signatures.ofField(descriptor), Span.NONE);
            }
        }
    }

    private static @Nullable Object constant(@Nullable Object raw, String descriptor) {
        if (raw instanceof Integer number) {
            return switch (descriptor.charAt(0)) {
                case 'Z' -> number != 0;
                case 'C' -> (char) number.intValue();
                default -> number;
            };
        }
        return raw instanceof Ref ref ? ref.text : raw;
    }

    private void readPool() throws IOException {
        int count = in.readUnsignedShort();
        pool = new Object[count];
        Map<Ref, Integer> refs = new HashMap<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool[i] = in.readUTF();
                case 3 -> pool[i] = in.readInt();
                case 4 -> pool[i] = in.readFloat();
                case 5 -> pool[i++] = in.readLong();
                case 6 -> pool[i++] = in.readDouble();
                case 7, 8 -> {
                    Ref ref = new Ref();
                    refs.put(ref, in.readUnsignedShort());
                    pool[i] = ref;
                }
                case 16, 19, 20 -> in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> in.readInt();
                case 15 -> {
                    in.readUnsignedByte();
                    in.readUnsignedShort();
                }
                default -> throw new IOException("constant pool tag " + tag);
            }
        }
        for (Map.Entry<Ref, Integer> entry : refs.entrySet()) {
            entry.getKey().text = utf8(entry.getValue());
        }
    }

    private String utf8(int index) throws IOException {
        if (pool[index] instanceof String text) {
            return text;
        }
        throw new IOException("constant pool entry " + index + " is no text");
    }

    private String className(int index) throws IOException {
        if (pool[index] instanceof Ref ref) {
            return ref.text;
        }
        throw new IOException("constant pool entry " + index + " is no class");
    }

    /** A class or string constant: identity matters while the pool is read, so no record. */
    private static final class Ref {
        String text = "";
    }

    private static final class Member {
        final int access;
        final String name;
        final String descriptor;
        final List<Annotation> annotations = new ArrayList<>();
        final List<List<Annotation>> onParameters = new ArrayList<>(0);
        final Map<String, String> nested = new LinkedHashMap<>();

        @Nullable
        String signature;

        @Nullable
        Object constant;

        Member(int access, String name, String descriptor) {
            this.access = access;
            this.name = name;
            this.descriptor = descriptor;
        }
    }
}
