package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes and their members → ir. */
final class Decls {

    private final Unit unit;

    Decls(Unit unit) {
        this.unit = unit;
    }

    TypeDecl topLevel(TypeDeclaration<?> type, SourceClass info) {
        return convert(type, info, null, null, null);
    }

    /** A class declared in a block; its name is in sight from there on. */
    TypeDecl local(TypeDeclaration<?> type, Frame around) {
        String simple = type.getNameAsString();
        String name = unit.localName(around.self(), simple);
        around.types(around.types().withLocal(simple, name));
        SourceClass info = unit.collector.declare(type, name, around.types());
        TypeDecl made = convert(type, info, null, around, around.ids());
        unit.unlisted.add(made);
        return made;
    }

    TypeDecl anonymous(ObjectCreationExpr node, NodeList<BodyDeclaration<?>> body, TypeRef named, Frame around) {
        Span span = unit.span(node);
        return anonymous(body, named, around, Set.of(), span);
    }

    private TypeDecl anonymous(
            NodeList<BodyDeclaration<?>> body, TypeRef named, Frame around, Set<Modifier> modifiers, Span span) {
        String name = unit.localName(around.self(), "");
        SourceClass info = unit.collector.declareAnonymous(body, name, named, around.types());
        MemberDecls members = new MemberDecls(unit, this, info, TypeDecl.Kind.CLASS, around, around.ids());
        members.addAll(body);
        TypeDecl made = new TypeDecl(
                name,
                TypeDecl.Kind.CLASS,
                modifiers,
                List.of(),
                List.of(named),
                members.fields,
                members.methods,
                members.nested,
                span,
                Span.NONE);
        unit.unlisted.add(made);
        return made;
    }

    /**
     * @param enclosing the frame of the class around a member class, or of the method around a local one
     * @param ids the numbers to go on with; null where each member has its own
     */
    TypeDecl convert(
            TypeDeclaration<?> type,
            SourceClass info,
            TypeDecl.@Nullable Kind enclosingKind,
            @Nullable Frame enclosing,
            Frame.@Nullable Ids ids) {
        TypeDecl.Kind kind = kind(type);
        MemberDecls members = new MemberDecls(unit, this, info, kind, enclosing, ids);
        if (type instanceof EnumDeclaration declaration) {
            for (EnumConstantDeclaration constant : declaration.getEntries()) {
                members.fields.add(enumConstant(constant, info, members));
            }
        } else if (type instanceof RecordDeclaration declaration) {
            members.components(declaration.getParameters());
        }
        members.addAll(type.getMembers());
        members.addLombok(type);
        return new TypeDecl(
                info.name(),
                kind,
                modifiers(type, kind, enclosingKind),
                annotations(type, info, enclosing),
                Collector.writtenSupertypes(type).stream()
                        .map(info.headerScope()::resolve)
                        .toList(),
                members.fields,
                members.methods,
                members.nested,
                unit.span(type),
                unit.span(type.getName()));
    }

    private List<Annotation> annotations(TypeDeclaration<?> type, SourceClass info, @Nullable Frame enclosing) {
        if (type.getAnnotations().isEmpty()) {
            return List.of();
        }
        Frame frame = new Frame(enclosing, TypeRef.of(info.name()), info.headerScope(), new Frame.Ids());
        return new Exprs(unit, frame).annotations.of(type.getAnnotations());
    }

    private FieldDecl enumConstant(EnumConstantDeclaration node, SourceClass info, MemberDecls members) {
        Exprs exprs = members.exprs();
        TypeRef self = TypeRef.of(info.name());
        Span span = unit.span(node);
        TypeDecl body = node.getClassBody().isEmpty()
                ? null
                : anonymous(node.getClassBody(), self, exprs.frame, EnumSet.of(Modifier.FINAL), span);
        Expr initializer = exprs.calls().enumConstant(self, node.getArguments(), body, span);
        return new FieldDecl(
                info.name(),
                node.getNameAsString(),
                self,
                EnumSet.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL),
                exprs.annotations.of(node.getAnnotations()),
                initializer,
                true,
                false,
                span,
                unit.span(node.getName()));
    }

    private static TypeDecl.Kind kind(TypeDeclaration<?> type) {
        if (type instanceof ClassOrInterfaceDeclaration declaration) {
            return declaration.isInterface() ? TypeDecl.Kind.INTERFACE : TypeDecl.Kind.CLASS;
        }
        if (type instanceof EnumDeclaration) {
            return TypeDecl.Kind.ENUM;
        }
        return type instanceof RecordDeclaration ? TypeDecl.Kind.RECORD : TypeDecl.Kind.ANNOTATION;
    }

    private static Set<Modifier> modifiers(
            TypeDeclaration<?> type, TypeDecl.Kind kind, TypeDecl.@Nullable Kind enclosing) {
        Set<Modifier> modifiers = Modifiers.of(type.getModifiers());
        boolean inInterface = enclosing == TypeDecl.Kind.INTERFACE || enclosing == TypeDecl.Kind.ANNOTATION;
        if (inInterface) {
            modifiers.add(Modifier.PUBLIC);
            modifiers.add(Modifier.STATIC);
        }
        boolean topLevel = type.isTopLevelType();
        if (kind != TypeDecl.Kind.CLASS && !topLevel) {
            modifiers.add(Modifier.STATIC);
        }
        switch (kind) {
            case INTERFACE, ANNOTATION -> modifiers.add(Modifier.ABSTRACT);
            case RECORD -> modifiers.add(Modifier.FINAL);
            case ENUM -> {
                boolean isAbstract = type.getMethods().stream().anyMatch(method -> method.isAbstract());
                if (isAbstract) {
                    modifiers.add(Modifier.ABSTRACT);
                } else if (hasNoBodies((EnumDeclaration) type)) {
                    modifiers.add(Modifier.FINAL);
                }
            }
            default -> {
                // A class is as it is written.
            }
        }
        if (type instanceof ClassOrInterfaceDeclaration declaration && declaration.isCompact()) {
            modifiers.add(Modifier.FINAL);
        }
        return modifiers;
    }

    private static boolean hasNoBodies(EnumDeclaration type) {
        for (EnumConstantDeclaration constant : type.getEntries()) {
            if (!constant.getClassBody().isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
