package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Class trees. Members of a local or anonymous class share the variables' numbers of the method around them. */
final class Declarations {

    private final Unit unit;

    Declarations(Unit unit) {
        this.unit = unit;
    }

    TypeDecl topLevel(ClassTree tree) {
        String prefix = unit.packageName.isEmpty() ? "" : unit.packageName + ".";
        return convert(tree, name(tree, prefix + tree.getSimpleName()), null, null);
    }

    TypeDecl local(ClassTree tree, Expressions around) {
        String fallback = unit.packageName + "$" + unit.spans.start(tree) + "$" + tree.getSimpleName();
        return listed(convert(tree, name(tree, fallback), null, around));
    }

    TypeDecl anonymous(ClassTree tree, TypeRef named, Expressions around) {
        String fallback = unit.packageName + "$" + unit.spans.start(tree) + "$";
        return listed(convert(tree, name(tree, fallback), named, around));
    }

    private TypeDecl listed(TypeDecl type) {
        unit.localTypes.add(type);
        return type;
    }

    private String name(ClassTree tree, String fallback) {
        return unit.element(tree) instanceof TypeElement element
                ? unit.refs.of(element).name()
                : fallback;
    }

    private TypeDecl convert(ClassTree tree, String name, @Nullable TypeRef named, @Nullable Expressions around) {
        TypeDecl.Kind kind = named != null ? TypeDecl.Kind.CLASS : kind(tree.getKind());
        Span span = unit.spans.of(tree);
        Span nameSpan = named != null
                ? Span.NONE
                : unit.spans.name(
                        tree, tree.getSimpleName(), null, behindAnnotations(tree.getModifiers(), span.start()));
        int bodyStart = named != null ? span.start() : unit.spans.behind('{', nameSpan.end());
        Members collected = new Members(name, kind, around, named != null, span.start(), bodyStart);
        for (Tree member : tree.getMembers()) {
            collected.add(member);
        }
        return new TypeDecl(
                name,
                kind,
                modifiers(tree, kind),
                annotations(tree.getModifiers(), around),
                named != null ? List.of(named) : supertypes(tree),
                collected.fields,
                collected.methods,
                collected.nested,
                span,
                nameSpan);
    }

    private List<TypeRef> supertypes(ClassTree tree) {
        List<TypeRef> supertypes = new ArrayList<>();
        if (tree.getExtendsClause() != null) {
            supertypes.add(unit.written(tree.getExtendsClause()));
        }
        for (Tree parent : tree.getImplementsClause()) {
            supertypes.add(unit.written(parent));
        }
        return supertypes;
    }

    private static TypeDecl.Kind kind(Tree.Kind kind) {
        return switch (kind) {
            case INTERFACE -> TypeDecl.Kind.INTERFACE;
            case ENUM -> TypeDecl.Kind.ENUM;
            case RECORD -> TypeDecl.Kind.RECORD;
            case ANNOTATION_TYPE -> TypeDecl.Kind.ANNOTATION;
            default -> TypeDecl.Kind.CLASS;
        };
    }

    private List<Annotation> annotations(ModifiersTree modifiers, @Nullable Expressions around) {
        if (modifiers.getAnnotations().isEmpty()) {
            return List.of();
        }
        Expressions expressions = around == null ? new Expressions(unit, new Locals()) : around;
        return expressions.annotations.of(modifiers.getAnnotations());
    }

    /** Names are looked for behind annotations, whose arguments may hold the same word. */
    private int behindAnnotations(ModifiersTree modifiers, int start) {
        int end = start;
        for (Tree annotation : modifiers.getAnnotations()) {
            end = Math.max(end, unit.spans.of(annotation).end());
        }
        return end;
    }

    /** The compiler seals an enum whose constants have bodies; nobody wrote that. */
    private Set<Modifier> modifiers(ClassTree tree, TypeDecl.Kind kind) {
        Set<Modifier> modifiers = modifiers(unit.element(tree), tree.getModifiers());
        if (kind == TypeDecl.Kind.ENUM) {
            modifiers.remove(Modifier.SEALED);
        }
        return modifiers;
    }

    static Set<Modifier> modifiers(@Nullable Element element, ModifiersTree tree) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (var flag : element == null ? tree.getFlags() : element.getModifiers()) {
            Modifier modifier = switch (flag) {
                case PUBLIC -> Modifier.PUBLIC;
                case PROTECTED -> Modifier.PROTECTED;
                case PRIVATE -> Modifier.PRIVATE;
                case STATIC -> Modifier.STATIC;
                case FINAL -> Modifier.FINAL;
                case ABSTRACT -> Modifier.ABSTRACT;
                case DEFAULT -> Modifier.DEFAULT;
                case SYNCHRONIZED -> Modifier.SYNCHRONIZED;
                case NATIVE -> Modifier.NATIVE;
                case TRANSIENT -> Modifier.TRANSIENT;
                case VOLATILE -> Modifier.VOLATILE;
                case SEALED -> Modifier.SEALED;
                default -> null;
            };
            if (modifier != null) {
                modifiers.add(modifier);
            }
        }
        return modifiers;
    }

    /** Collects the members of one class. */
    private final class Members {

        private final String owner;
        private final TypeDecl.Kind kind;
        private final @Nullable Expressions around;
        private final boolean anonymous;
        private final int classStart;
        private final int bodyStart;
        private final List<FieldDecl> fields = new ArrayList<>();
        private final List<MethodDecl> methods = new ArrayList<>();
        private final List<TypeDecl> nested = new ArrayList<>();

        Members(
                String owner,
                TypeDecl.Kind kind,
                @Nullable Expressions around,
                boolean anonymous,
                int classStart,
                int bodyStart) {
            this.owner = owner;
            this.kind = kind;
            this.around = around;
            this.anonymous = anonymous;
            this.classStart = classStart;
            this.bodyStart = bodyStart;
        }

        void add(Tree member) {
            if (member instanceof VariableTree variable) {
                fields.add(field(variable));
            } else if (member instanceof MethodTree method) {
                if (!isMadeByCompiler(method)) {
                    methods.add(new Methods(unit, owner, kind).method(method, expressions()));
                }
            } else if (member instanceof BlockTree block) {
                methods.add(new Methods(unit, owner, kind).initializer(block, expressions()));
            } else if (member instanceof ClassTree type) {
                nested.add(convert(type, name(type, owner + "." + type.getSimpleName()), null, around));
            }
        }

        private Expressions expressions() {
            return around != null ? around : new Expressions(unit, new Locals());
        }

        /** Default and anonymous constructors, and the members that a record gets for nothing, are not written. */
        private boolean isMadeByCompiler(MethodTree tree) {
            boolean constructor = tree.getName().contentEquals("<init>");
            if (constructor && anonymous) {
                return true;
            }
            int start = unit.spans.start(tree);
            if (start < 0 || constructor && start == classStart) {
                return true;
            }
            if (kind == TypeDecl.Kind.RECORD && tree.getBody() == null) {
                return !tree.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.NATIVE);
            }
            return isMadeByTool(tree.getName().toString(), start) || constructor && unit.isMandated(tree);
        }

        /**
         * Lombok gives what it makes the position of its annotation on the class. Its accessors and builders are kept,
         * since values flow through them; what it compares and renders is its own business.
         */
        private boolean isMadeByTool(String name, int start) {
            return start < bodyStart
                    && switch (name) {
                        case "equals", "hashCode", "canEqual", "toString" -> true;
                        default -> false;
                    };
        }

        private FieldDecl field(VariableTree tree) {
            Expressions expressions = expressions();
            Element element = unit.element(tree);
            boolean enumConstant = kind == TypeDecl.Kind.ENUM && isEnumConstant(tree, element);
            Set<Modifier> modifiers = modifiers(element, tree.getModifiers());
            boolean component = kind == TypeDecl.Kind.RECORD && !modifiers.contains(Modifier.STATIC);
            String name = tree.getName().toString();
            Span span = unit.spans.of(tree);
            int from = behindAnnotations(tree.getModifiers(), span.start());
            Tree type = enumConstant ? null : tree.getType();
            TypeRef typeRef = unit.written(tree.getType());
            if (enumConstant || typeRef.equals(TypeRef.UNKNOWN)) {
                typeRef = element == null ? typeRef : unit.refs.of(element.asType());
            }
            return new FieldDecl(
                    owner,
                    name,
                    typeRef,
                    modifiers,
                    expressions.annotations.of(tree.getModifiers().getAnnotations()),
                    initializer(tree, typeRef, expressions),
                    enumConstant,
                    component,
                    span,
                    unit.spans.name(tree, name, type, from));
        }

        private boolean isEnumConstant(VariableTree tree, @Nullable Element element) {
            return element != null
                    ? element.getKind() == ElementKind.ENUM_CONSTANT
                    : tree.getInitializer() instanceof NewClassTree made
                            && unit.spans.start(made) == unit.spans.start(tree);
        }

        private @Nullable Expr initializer(VariableTree tree, TypeRef type, Expressions expressions) {
            ExpressionTree written = tree.getInitializer();
            if (written == null) {
                return null;
            }
            try {
                Expr value = expressions.convert(written);
                return value instanceof Expr.NewArray array && array.type().equals(TypeRef.UNKNOWN)
                        ? new Expr.NewArray(array.sizes(), array.elements(), type, array.span())
                        : value;
            } catch (StackOverflowError e) {
                unit.markIncomplete();
                return new Expr.Unknown("nested too deeply", List.of(), type, unit.spans.of(tree));
            }
        }
    }

    /** A body that was too deep for the stack. */
    static Stmt.Block tooDeep(Span span) {
        return new Stmt.Block(List.of(new Stmt.Unknown("nested too deeply", List.of(), span)), span);
    }
}
