package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Calls, creations and method references. A chain of calls is built from its first receiver on, without recursion. */
final class Calls {

    private final Unit unit;
    private final Expressions expressions;

    Calls(Unit unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
    }

    Expr call(MethodInvocationTree tree) {
        Deque<MethodInvocationTree> chain = new ArrayDeque<>();
        Tree inner = tree;
        while (inner instanceof MethodInvocationTree invocation) {
            chain.push(invocation);
            Tree select = Expressions.strip(invocation.getMethodSelect());
            inner = select instanceof MemberSelectTree member ? Expressions.strip(member.getExpression()) : null;
        }
        Expr receiver = inner == null || names(chain.peek(), inner) ? null : expressions.convert(inner);
        while (chain.size() > 1) {
            receiver = call(chain.pop(), receiver);
        }
        return call(chain.pop(), receiver);
    }

    /** Whether the receiver is a name that is no value: the call is static, or it is made on a type. */
    private boolean names(MethodInvocationTree call, Tree receiver) {
        boolean name = receiver instanceof IdentifierTree || receiver instanceof MemberSelectTree;
        return expressions.isTypeName(receiver) || (name && isStatic(element(call.getMethodSelect())));
    }

    private Expr call(MethodInvocationTree tree, @Nullable Expr receiver) {
        Tree select = Expressions.strip(tree.getMethodSelect());
        List<Expr> args = expressions.convertAll(tree.getArguments());
        ExecutableElement element = element(select);
        TypeRef type = unit.type(tree);
        Span nameSpan = nameSpan(select, receiver);
        int start = receiver == null ? unit.spans.start(tree) : startOf(tree, receiver);
        Span span = unit.spans.closed(start, tree, ')', Math.max(nameSpan.end(), Expressions.lastEnd(args)));
        boolean isConstructor = select instanceof IdentifierTree self && isConstructorCall(self.getName());
        MethodRef method = element != null
                ? unit.members.method(element, isConstructor ? TypeRef.VOID : type)
                : unresolved(select, receiver, type);
        Expr target = isConstructor || method.isStatic() ? null : receiver;
        return new Expr.Call(target, method, args, type, span, nameSpan);
    }

    /** The receiver's start, unless it stands in parentheses. */
    private int startOf(MethodInvocationTree tree, Expr receiver) {
        return receiver instanceof Expr.Call ? receiver.span().start() : unit.spans.start(tree);
    }

    private Span nameSpan(Tree select, @Nullable Expr receiver) {
        if (select instanceof MemberSelectTree member) {
            int from = receiver == null
                    ? unit.spans.of(member.getExpression()).end()
                    : receiver.span().end();
            return unit.spans.selected(select, member.getIdentifier(), from);
        }
        return unit.spans.of(select);
    }

    private MethodRef unresolved(Tree select, @Nullable Expr receiver, TypeRef type) {
        if (select instanceof MemberSelectTree member) {
            boolean isStatic = receiver == null;
            TypeRef owner =
                    receiver == null ? unit.written(Expressions.strip(member.getExpression())) : receiver.type();
            return unresolved(owner, member.getIdentifier().toString(), type, isStatic);
        }
        String name = select instanceof IdentifierTree identifier
                ? identifier.getName().toString()
                : "?";
        boolean isConstructor = isConstructorCall(name);
        return unresolved(TypeRef.UNKNOWN, isConstructor ? "<init>" : name, type, false);
    }

    private static MethodRef unresolved(TypeRef owner, String name, TypeRef type, boolean isStatic) {
        return new MethodRef(owner, name, List.of(), type, isStatic, false, false, List.of());
    }

    private static boolean isConstructorCall(CharSequence name) {
        return name.toString().equals("this") || name.toString().equals("super");
    }

    Expr creation(NewClassTree tree) {
        Expr outer = tree.getEnclosingExpression() == null ? null : expressions.convert(tree.getEnclosingExpression());
        List<Expr> args = expressions.convertAll(tree.getArguments());
        ClassTree bodyTree = tree.getClassBody();
        TypeRef named = named(tree, bodyTree);
        ExecutableElement element = element(tree);
        MethodRef constructor = element == null
                ? unresolved(named, "<init>", TypeRef.VOID, false)
                : unit.members.method(element, TypeRef.VOID);
        TypeDecl body = bodyTree == null ? null : new Declarations(unit).anonymous(bodyTree, named, expressions);
        TypeRef type = body == null ? unit.type(tree) : TypeRef.of(body.name());
        if (body != null) {
            constructor = superConstructor(constructor, named);
        }
        int last = Math.max(outer == null ? -1 : outer.span().end(), Expressions.lastEnd(args));
        Span span = body == null
                ? unit.spans.closed(-1, tree, ')', Math.max(last, typeNameEnd(tree)))
                : unit.spans.of(tree, body.span().end());
        return new Expr.New(constructor, args, body, type.equals(TypeRef.UNKNOWN) ? named : type, span);
    }

    private int typeNameEnd(NewClassTree tree) {
        return unit.spans.of(tree.getIdentifier()).end();
    }

    private TypeRef named(NewClassTree tree, @Nullable ClassTree body) {
        TypeRef written = unit.written(tree.getIdentifier());
        return written.equals(TypeRef.UNKNOWN) && body == null ? unit.type(tree) : written;
    }

    /** The constructor of an anonymous class hands everything to the one of the class that is named. */
    private static MethodRef superConstructor(MethodRef own, TypeRef named) {
        TypeRef owner = new TypeRef(named.name(), named.resolved(), List.of(), 0);
        return new MethodRef(
                owner, "<init>", own.parameterTypes(), TypeRef.VOID, false, own.varargs(), own.resolved(), List.of());
    }

    Expr reference(MemberReferenceTree tree) {
        ExpressionTree qualifier = tree.getQualifierExpression();
        boolean ofType = expressions.isTypeName(Expressions.strip(qualifier));
        Expr target = ofType ? null : expressions.convert(qualifier);
        boolean creates = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
        ExecutableElement element = element(tree);
        TypeRef owner = target == null ? unit.written(Expressions.strip(qualifier)) : target.type();
        // Where the type has no such method, javac puts one without a name in its place.
        boolean found = element != null && (creates || element.getSimpleName().contentEquals(tree.getName()));
        MethodRef method;
        if (element == null || !found || owner.dims() > 0) {
            method = unresolved(owner, creates ? "<init>" : tree.getName().toString(), TypeRef.UNKNOWN, false);
        } else {
            method = unit.members.method(element, creates ? TypeRef.VOID : unit.refs.of(element.getReturnType()));
        }
        return new Expr.MethodReference(target, method, unit.type(tree), unit.spans.of(tree));
    }

    private @Nullable ExecutableElement element(Tree tree) {
        Element element = unit.element(tree);
        boolean known = element instanceof ExecutableElement
                && (element.getKind() == ElementKind.METHOD || element.getKind() == ElementKind.CONSTRUCTOR)
                && element.asType().getKind() == TypeKind.EXECUTABLE;
        return known ? (ExecutableElement) element : null;
    }

    private static boolean isStatic(@Nullable Element element) {
        return element != null && element.getModifiers().contains(Modifier.STATIC);
    }
}
