package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the members of one class. */
final class MemberDecls {

    final List<FieldDecl> fields = new ArrayList<>();
    final List<MethodDecl> methods = new ArrayList<>();
    final List<TypeDecl> nested = new ArrayList<>();

    private final Unit unit;
    private final Decls decls;
    private final SourceClass info;
    private final TypeDecl.Kind kind;
    private final @Nullable Frame enclosing;
    private final Frame.@Nullable Ids ids;
    private List<Parameter> components = List.of();

    MemberDecls(
            Unit unit,
            Decls decls,
            SourceClass info,
            TypeDecl.Kind kind,
            @Nullable Frame enclosing,
            Frame.@Nullable Ids ids) {
        this.unit = unit;
        this.decls = decls;
        this.info = info;
        this.kind = kind;
        this.enclosing = enclosing;
        this.ids = ids;
    }

    private boolean isInterface() {
        return kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION;
    }

    Exprs exprs() {
        return exprs(info.bodyScope());
    }

    private Exprs exprs(TypeScope types) {
        Frame.Ids numbers = ids == null ? new Frame.Ids() : ids;
        return new Exprs(unit, new Frame(enclosing, Frame.selfType(info), types, numbers));
    }

    void addAll(NodeList<BodyDeclaration<?>> members) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field) {
                field(field);
            } else if (member instanceof MethodDeclaration method) {
                methods.add(method(method));
            } else if (member instanceof ConstructorDeclaration constructor) {
                methods.add(constructor(constructor));
            } else if (member instanceof CompactConstructorDeclaration constructor) {
                methods.add(compact(constructor));
            } else if (member instanceof InitializerDeclaration block) {
                methods.add(initializer(block));
            } else if (member instanceof AnnotationMemberDeclaration attribute) {
                methods.add(attribute(attribute));
            } else if (member instanceof TypeDeclaration<?> type) {
                SourceClass declared = info.member(type.getNameAsString());
                if (declared != null) {
                    Frame around = new Frame(
                            enclosing, Frame.selfType(info), info.bodyScope(), ids == null ? new Frame.Ids() : ids);
                    nested.add(decls.convert(type, declared, kind, around, ids));
                }
            }
        }
    }

    void components(NodeList<Parameter> parameters) {
        components = parameters;
        Exprs exprs = exprs();
        for (Parameter component : parameters) {
            fields.add(new FieldDecl(
                    info.name(),
                    component.getNameAsString(),
                    info.bodyScope().resolve(Collector.type(component)),
                    EnumSet.of(Modifier.PRIVATE, Modifier.FINAL),
                    exprs.annotations.of(component.getAnnotations()),
                    null,
                    false,
                    true,
                    unit.span(component),
                    unit.span(component.getName())));
        }
    }

    private void field(FieldDeclaration node) {
        Set<Modifier> modifiers = Modifiers.of(node.getModifiers());
        if (isInterface()) {
            modifiers.addAll(EnumSet.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL));
        }
        boolean first = true;
        for (VariableDeclarator variable : node.getVariables()) {
            Exprs exprs = exprs();
            TypeRef type = exprs.type(variable.getType());
            Expr initializer = variable.getInitializer()
                    .map(value -> exprs.convert(value, type))
                    .orElse(null);
            fields.add(new FieldDecl(
                    info.name(),
                    variable.getNameAsString(),
                    type,
                    modifiers,
                    exprs.annotations.of(node.getAnnotations()),
                    initializer,
                    false,
                    false,
                    first ? unit.span(node) : unit.span(variable),
                    unit.span(variable.getName())));
            first = false;
        }
    }

    private MethodDecl method(MethodDeclaration node) {
        Exprs exprs = exprs(info.bodyScope().withVariables(TypeSyntax.parameters(node.getTypeParameters())));
        TypeRef returnType = exprs.type(node.getType());
        List<Variable> parameters = parameters(node.getParameters(), exprs);
        Set<Modifier> modifiers = Modifiers.of(node.getModifiers());
        if (isInterface()) {
            if (!modifiers.contains(Modifier.PRIVATE)) {
                modifiers.add(Modifier.PUBLIC);
            }
            if (node.getBody().isEmpty()) {
                modifiers.add(Modifier.ABSTRACT);
            }
        }
        return declared(
                node,
                node.getNameAsString(),
                parameters,
                returnType,
                modifiers,
                node.getBody().orElse(null),
                exprs);
    }

    private MethodDecl constructor(ConstructorDeclaration node) {
        Exprs exprs = exprs(info.bodyScope().withVariables(TypeSyntax.parameters(node.getTypeParameters())));
        List<Variable> parameters = parameters(node.getParameters(), exprs);
        Set<Modifier> modifiers = Modifiers.of(node.getModifiers());
        if (kind == TypeDecl.Kind.ENUM) {
            modifiers.add(Modifier.PRIVATE);
        }
        return declared(node, "<init>", parameters, TypeRef.VOID, modifiers, node.getBody(), exprs);
    }

    private MethodDecl declared(
            CallableDeclaration<?> node,
            String name,
            List<Variable> parameters,
            TypeRef returnType,
            Set<Modifier> modifiers,
            @Nullable BlockStmt body,
            Exprs exprs) {
        List<TypeRef> thrown =
                node.getThrownExceptions().stream().map(exprs::type).toList();
        return new MethodDecl(
                info.name(),
                name,
                parameters,
                returnType,
                thrown,
                modifiers,
                exprs.annotations.of(node.getAnnotations()),
                body == null ? null : exprs.stmts.body(body, returnType),
                Collector.isVarargs(node.getParameters()),
                unit.span(node),
                unit.span(node.getName()));
    }

    private List<Variable> parameters(List<Parameter> nodes, Exprs exprs) {
        List<Variable> parameters = new ArrayList<>(nodes.size());
        for (Parameter node : nodes) {
            parameters.add(exprs.stmts.locals.declare(node, exprs.frame.types().resolve(Collector.type(node))));
        }
        return parameters;
    }

    private MethodDecl compact(CompactConstructorDeclaration node) {
        Exprs exprs = exprs();
        List<Variable> parameters = parameters(components, exprs);
        Stmt.Block written = exprs.stmts.body(node.getBody(), TypeRef.VOID);
        List<Stmt> statements = new ArrayList<>(written.statements());
        TypeRef self = TypeRef.of(info.name());
        int last = written.span().end();
        Span end = written.span().known() ? new Span(Math.max(0, last - 1), last) : Span.NONE;
        for (Variable parameter : parameters) {
            statements.add(assign(self, parameter.name(), parameter, end));
        }
        return new MethodDecl(
                info.name(),
                "<init>",
                parameters,
                TypeRef.VOID,
                node.getThrownExceptions().stream().map(exprs::type).toList(),
                Modifiers.of(node.getModifiers()),
                exprs.annotations.of(node.getAnnotations()),
                new Stmt.Block(statements, written.span()),
                !components.isEmpty() && components.get(components.size() - 1).isVarArgs(),
                unit.span(node),
                unit.span(node.getName()));
    }

    private static Stmt assign(TypeRef self, String field, Variable value, Span span) {
        TypeRef type = value.varType();
        Expr target = new Expr.Field(new Expr.This(false, self, span), self, field, false, null, true, type, span);
        Expr local = new Expr.Local(value.name(), value.id(), type, span);
        return new Stmt.Expression(new Expr.Assign(target, null, local, type, span), span);
    }

    private MethodDecl initializer(InitializerDeclaration node) {
        Span span = unit.span(node);
        Stmt.Block body = exprs().stmts.body(node.getBody(), TypeRef.VOID);
        return new MethodDecl(
                info.name(),
                node.isStatic() ? "<clinit>" : "<instance-init>",
                List.of(),
                TypeRef.VOID,
                List.of(),
                node.isStatic() ? Set.of(Modifier.STATIC) : Set.of(),
                List.of(),
                new Stmt.Block(body.statements(), span),
                false,
                span,
                Span.NONE);
    }

    private MethodDecl attribute(AnnotationMemberDeclaration node) {
        Exprs exprs = exprs();
        List<Annotation> annotations = exprs.annotations.of(node.getAnnotations());
        return new MethodDecl(
                info.name(),
                node.getNameAsString(),
                List.of(),
                exprs.type(node.getType()),
                List.of(),
                EnumSet.of(Modifier.PUBLIC, Modifier.ABSTRACT),
                annotations,
                null,
                false,
                unit.span(node),
                unit.span(node.getName()));
    }

    /** The logger and the accessors that Lombok will write, so that values are followed through them. */
    void addLombok(TypeDeclaration<?> type) {
        TypeRef self = TypeRef.of(info.name());
        TypeRef logger = Lombok.logger(type, unit.names);
        if (logger != null && fields.stream().noneMatch(field -> field.name().equals("log"))) {
            Set<Modifier> modifiers = EnumSet.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
            Span span = unit.span(type.getName());
            fields.add(new FieldDecl(info.name(), "log", logger, modifiers, List.of(), null, false, false, span, span));
        }
        for (Lombok.Accessor accessor : Lombok.accessors(type, unit.names)) {
            int arity = accessor.writes() ? 1 : 0;
            boolean declared = methods.stream()
                    .anyMatch(method -> method.name().equals(accessor.name())
                            && method.parameters().size() == arity);
            if (!declared) {
                methods.add(accessor(accessor, self));
            }
        }
    }

    private MethodDecl accessor(Lombok.Accessor accessor, TypeRef self) {
        Span span = unit.span(accessor.field().getName());
        TypeRef type = info.bodyScope().resolve(TypeSyntax.of(accessor.field().getType()));
        String field = accessor.field().getNameAsString();
        List<Stmt> statements = new ArrayList<>();
        List<Variable> parameters = List.of();
        if (accessor.writes()) {
            Variable value = new Variable(field, 0, type, List.of(), span, span);
            parameters = List.of(value);
            statements.add(assign(self, field, value, span));
            if (accessor.chained()) {
                statements.add(new Stmt.Return(new Expr.This(false, self, span), span));
            }
        } else {
            statements.add(new Stmt.Return(
                    new Expr.Field(null, self, field, accessor.isStatic(), null, true, type, span), span));
        }
        TypeRef result = !accessor.writes() ? type : accessor.chained() ? self : TypeRef.VOID;
        Set<Modifier> modifiers =
                accessor.isStatic() ? EnumSet.of(Modifier.PUBLIC, Modifier.STATIC) : EnumSet.of(Modifier.PUBLIC);
        return new MethodDecl(
                info.name(),
                accessor.name(),
                parameters,
                result,
                List.of(),
                modifiers,
                List.of(),
                new Stmt.Block(statements, span),
                false,
                span,
                span);
    }
}
