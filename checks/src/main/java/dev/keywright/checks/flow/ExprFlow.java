package dev.keywright.checks.flow;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of expressions. Left-nested chains of calls and operators are followed without recursion. */
final class ExprFlow {

    private final MethodFlow flow;
    private final CallFlow calls;

    ExprFlow(MethodFlow flow) {
        this.flow = flow;
        this.calls = new CallFlow(flow, this);
    }

    Value eval(Expr expr) {
        flow.enter();
        Value value = dispatch(expr);
        flow.leave();
        flow.remember(expr, value);
        return value;
    }

    private Value dispatch(Expr expr) {
        if (expr instanceof Expr.Local local) {
            return flow.get(local.id());
        }
        if (expr instanceof Expr.Literal literal) {
            Object value = literal.value();
            return value == null ? Value.NULL : Value.constant(value);
        }
        if (expr instanceof Expr.Call call) {
            return chain(call);
        }
        if (expr instanceof Expr.Field field) {
            return field(field);
        }
        if (expr instanceof Expr.Concat concat) {
            return concat(concat);
        }
        if (expr instanceof Expr.New creation) {
            return calls.creation(creation);
        }
        if (expr instanceof Expr.Assign assign) {
            return assign(assign);
        }
        if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        if (expr instanceof Expr.Conditional conditional) {
            eval(conditional.condition());
            Value either = eval(conditional.then()).join(eval(conditional.otherwise()));
            // maskPassword ? stars : password — whoever can ask for the mask is trusted to.
            return CallFlow.isMasking(CallFlow.nameOf(conditional.condition())) ? Value.CLEAN : either;
        }
        if (expr instanceof Expr.Cast cast) {
            return eval(cast.operand());
        }
        if (expr instanceof Expr.ArrayAccess access) {
            Value array = eval(access.array());
            Value index = eval(access.index());
            Value element = Cuts.element(array, index.constant());
            return index.is(Flag.WEAK_RANDOM) ? element.with(Flag.WEAK_RANDOM).without(Flag.LITERAL) : element;
        }
        if (expr instanceof Expr.NewArray array) {
            return array(array);
        }
        if (expr instanceof Expr.Unary unary) {
            Value operand = eval(unary.operand());
            return operand.is(Flag.LITERAL) && operand.constant() instanceof Number
                    ? Value.NONE.with(Flag.LITERAL)
                    : arithmetic(operand, Value.NONE);
        }
        if (expr instanceof Expr.InstanceOf test) {
            match(test.operand(), eval(test.operand()), test.pattern());
            return Value.NONE;
        }
        if (expr instanceof Expr.Lambda || expr instanceof Expr.MethodReference) {
            if (expr instanceof Expr.MethodReference reference && reference.target() != null) {
                eval(reference.target());
            }
            return Value.function(new Fn(expr, flow.copy()));
        }
        if (expr instanceof Expr.SwitchExpr choice) {
            return flow.switching(choice.selector(), choice.cases());
        }
        if (expr instanceof Expr.ArrayLength length) {
            eval(length.array());
            return Value.CLEAN;
        }
        if (expr instanceof Expr.This) {
            return Value.input(Input.THIS, null);
        }
        if (expr instanceof Expr.Unknown unknown) {
            unknown.parts().forEach(this::eval);
        }
        return Value.NONE;
    }

    /** {@code a.b().c().d()}: the innermost receiver first. */
    private Value chain(Expr.Call outermost) {
        Deque<Expr.Call> open = new ArrayDeque<>();
        Expr next = outermost;
        while (next instanceof Expr.Call call) {
            open.push(call);
            next = call.receiver();
        }
        Value receiver = next == null ? null : eval(next);
        while (true) {
            Expr.Call call = open.pop();
            flow.step();
            Value result = calls.call(call, receiver);
            if (open.isEmpty()) {
                return result;
            }
            flow.remember(call, result);
            receiver = result;
        }
    }

    private Value field(Expr.Field field) {
        Value target = field.target() == null ? null : eval(field.target());
        boolean own = field.target() == null || field.target() instanceof Expr.This;
        FieldDecl declaration = flow.engine.findField(field.owner().name(), field.name());
        if (field.constant() != null) {
            Value constant = Value.constant(field.constant()).with(Flag.STATE);
            String text = constant.text();
            if (declaration != null
                    && text != null
                    && LiteralSecrets.looksSecret(text)
                    && !LiteralSecrets.isNameOf(declaration.name(), text)) {
                Value value = flow.engine.fieldValue(declaration, flow.method());
                for (Label label : value.labels()) {
                    constant = constant.plus(label);
                }
            }
            return constant;
        }
        Value value = Value.NONE;
        if (declaration != null) {
            value = flow.engine.fieldValue(declaration, flow.method());
        } else if (!field.isStatic() || !Character.isUpperCase(field.name().charAt(0))) {
            TypeRef owner = field.owner();
            value = flow.engine
                    .declared()
                    .getter(
                            new MethodRef(owner, field.name(), List.of(), field.type(), false, false, false, List.of()),
                            field.type(),
                            field.target() == null
                                    ? TypeRef.UNKNOWN
                                    : field.target().type(),
                            CallFlow.nameOf(field.target()),
                            flow.typeName,
                            flow.file(),
                            field.span());
        } else if (field.isStatic() && field.type().equals(owner(field))) {
            return Value.NONE.with(Flag.ENUM);
        }
        if (own && !field.isStatic()) {
            Value input = Value.input(Input.THIS, field.name());
            Value joined = value.isNone() ? input : value.joinCarried(input).withContents(value.contents());
            // Made of literals alone, whichever object it is in: the fact counts every write.
            return value.is(Flag.LITERAL) ? joined.with(Flag.LITERAL) : joined;
        }
        if (target != null) {
            boolean literal = value.is(Flag.LITERAL);
            value = fieldOf(target, field.name(), value);
            value = literal ? value.with(Flag.LITERAL) : value;
        }
        return value;
    }

    private static TypeRef owner(Expr.Field field) {
        return field.owner();
    }

    /** A field of a value that is an object of this program: made here, or handed in. */
    static Value fieldOf(Value target, String name, Value known) {
        Value held = target.contents().get(Value.field(name));
        Value value = held == null ? known : known.isNone() ? held : held.joinCarried(known);
        if (target.isExact()
                && target.inputs().size() == 1
                && target.inputs().get(0).field() == null) {
            value = value.joinCarried(Value.input(target.inputs().get(0).index(), name));
        }
        if (target.is(Flag.PRESENTED)) {
            value = value.with(Flag.PRESENTED);
        }
        return value;
    }

    private Value concat(Expr.Concat concat) {
        List<Piece> parts = new ArrayList<>();
        for (Expr part : concat.parts()) {
            Value value = eval(part);
            value = isCharacter(part) && hasWords(concat) ? Value.NONE : value;
            Value shown = flow.engine.rendering().rendered(value, part.type());
            parts.add(
                    new Piece(null, value.constant() != null || !value.pieces().isEmpty() ? value : shown));
        }
        Value text = Value.text(parts);
        text(text, concat, concat.span());
        return text;
    }

    /** {@code "illegal character " + c}: one character of a secret tells nobody the rest. */
    private static boolean isCharacter(Expr part) {
        return part.type().isPrimitive()
                && (part.type().name().equals("char") || part.type().name().equals("byte"));
    }

    private static boolean hasWords(Expr.Concat concat) {
        return concat.parts().stream()
                .anyMatch(part -> part instanceof Expr.Literal literal
                        && literal.value() instanceof String text
                        && text.indexOf(' ') >= 0);
    }

    void text(Value text, Expr at, Span span) {
        if (!text.pieces().isEmpty()
                && (!text.labels().isEmpty() || !text.inputs().isEmpty())) {
            flow.record(new Event.Text(text, at, span, flow.file(), null));
        }
    }

    private Value array(Expr.NewArray array) {
        array.sizes().forEach(this::eval);
        if (array.elements() == null) {
            return Value.NONE;
        }
        Value elements = null;
        boolean literal = !array.elements().isEmpty();
        for (Expr element : array.elements()) {
            Value value = eval(element);
            literal &= value.is(Flag.LITERAL);
            elements = elements == null ? value : elements.joinCarried(value);
        }
        Value result =
                elements == null || !elements.speaks() ? Value.NONE : Value.NONE.holding(Value.ELEMENTS, elements);
        return literal ? result.with(Flag.LITERAL) : result;
    }

    private Value assign(Expr.Assign assign) {
        Value value = eval(assign.value());
        if (assign.op() != null) {
            Value before = eval(assign.target());
            if (assign.op() == BinaryOp.PLUS && isText(assign.target().type())) {
                value = Value.text(List.of(new Piece(null, before), new Piece(null, value)));
                text(value, assign, assign.span());
            } else {
                value = arithmetic(before, value);
            }
        }
        String name = CallFlow.nameOf(assign.target());
        if (!name.isEmpty()) {
            flow.named(name, assign.target().type(), value, assign.value());
        }
        store(assign.target(), flow.publicPart(name, value), true);
        return value;
    }

    private static boolean isText(TypeRef type) {
        return type.isString()
                || type.simpleName().equals("String")
                || type.name().equals("?");
    }

    /** Puts a value where an expression stands; {@code replaces} is false when the old value may remain. */
    void store(Expr target, Value value, boolean replaces) {
        if (target instanceof Expr.Local local) {
            Value bound = value;
            if (replaces && value.labels().isEmpty() && value.constant() == null && !value.is(Flag.CLEAN)) {
                Value named = flow.engine
                        .declared()
                        .signs()
                        .named(
                                local.name(),
                                local.type(),
                                flow.typeName,
                                value.is(Flag.PRESENTED) ? Role.PRESENTED : Role.NEUTRAL,
                                flow.file(),
                                local.span());
                for (Label label : named.labels()) {
                    bound = bound.plus(label);
                }
            }
            flow.put(local.id(), bound);
        } else if (target instanceof Expr.Field field) {
            boolean own = field.target() == null || field.target() instanceof Expr.This;
            if (field.target() != null && !own) {
                Value holder = eval(field.target());
                store(field.target(), holder.holding(Value.field(field.name()), value), false);
            }
            FieldDecl declaration = flow.engine.findField(field.owner().name(), field.name());
            if (declaration != null) {
                flow.engine.writeField(
                        declaration, value.step(flow.file(), field.span(), Messages.stored(field.name())));
            }
            if (own && !field.isStatic()) {
                flow.writeThis(field.name(), value);
            }
        } else if (target instanceof Expr.ArrayAccess access) {
            eval(access.index());
            Value array = eval(access.array());
            Value filled = array.holding(Value.ELEMENTS, value);
            for (Flag random : List.of(Flag.WEAK_RANDOM, Flag.STRONG_RANDOM)) {
                filled = value.is(random) ? filled.with(random) : filled;
            }
            store(access.array(), filled, false);
        } else if (target instanceof Expr.Cast cast) {
            store(cast.operand(), value, replaces);
        }
    }

    /** Operators nest to the left: the innermost first. */
    private Value binary(Expr.Binary outermost) {
        Deque<Expr.Binary> open = new ArrayDeque<>();
        Expr next = outermost;
        while (next instanceof Expr.Binary binary) {
            open.push(binary);
            next = binary.left();
        }
        Value left = eval(next);
        Value result = left;
        while (!open.isEmpty()) {
            flow.step();
            Expr.Binary binary = open.pop();
            Value right = eval(binary.right());
            result = operate(binary, result, right);
        }
        return result;
    }

    private Value operate(Expr.Binary binary, Value left, Value right) {
        switch (binary.op()) {
            case EQUAL, NOT_EQUAL -> {
                equality(binary, left, right);
                return Value.NONE;
            }
            case AND_AND, OR_OR, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
                return Value.NONE;
            }
            default -> {
                return arithmetic(left, right);
            }
        }
    }

    /** Numbers keep what was random about them; a difference or an XOR of secrets is none. */
    private static Value arithmetic(Value left, Value right) {
        Value result = Value.NONE;
        for (Flag flag : List.of(Flag.WEAK_RANDOM, Flag.STRONG_RANDOM)) {
            if (left.is(flag) || right.is(flag)) {
                result = result.with(flag);
            }
        }
        return result;
    }

    private void equality(Expr.Binary binary, Value left, Value right) {
        if (left.is(Flag.NULL) && left.labels().isEmpty()
                || right.is(Flag.NULL) && right.labels().isEmpty()
                || binary.left() instanceof Expr.Literal
                || binary.right() instanceof Expr.Literal) {
            return;
        }
        Event.How how;
        if (isHashCode(binary.left()) && isHashCode(binary.right())) {
            how = Event.How.HASH_CODE;
        } else if (isElement(binary.left()) && isElement(binary.right()) && flow.comparesWithEarlyExit()) {
            how = Event.How.LOOP;
        } else {
            return;
        }
        compare(how, "==", left, right, binary.left(), binary.right(), binary, binary.span());
    }

    private static boolean isElement(Expr expr) {
        if (expr instanceof Expr.Cast cast) {
            return isElement(cast.operand());
        }
        return expr instanceof Expr.ArrayAccess
                || expr instanceof Expr.Call call && call.method().name().equals("charAt");
    }

    private static boolean isHashCode(Expr expr) {
        return expr instanceof Expr.Call call && call.method().name().equals("hashCode");
    }

    void compare(
            Event.How how,
            String method,
            Value left,
            Value right,
            @Nullable Expr leftExpr,
            @Nullable Expr rightExpr,
            Expr at,
            Span span) {
        boolean secret = !left.labels().isEmpty()
                || !right.labels().isEmpty()
                || !left.inputs().isEmpty()
                || !right.inputs().isEmpty();
        if (secret) {
            flow.record(
                    new Event.Comparison(how, method, left, right, leftExpr, rightExpr, at, span, flow.file(), null));
        }
    }

    void match(Expr selector, Value chosen, Pattern pattern) {
        if (pattern instanceof Pattern.Type tested && tested.binding() != null) {
            flow.put(tested.binding().id(), flow.bind(tested.binding(), chosen));
        } else if (pattern instanceof Pattern.Record record) {
            TypeDecl type = flow.engine.type(record.tested());
            for (int i = 0; i < record.components().size(); i++) {
                Value component = type != null && i < type.fields().size()
                        ? fieldOf(
                                chosen,
                                type.fields().get(i).name(),
                                flow.engine.fieldValue(type.fields().get(i), flow.method()))
                        : chosen.element();
                match(selector, component, record.components().get(i));
            }
        } else if (pattern instanceof Pattern.Constant constant && chosen.speaks()) {
            Value value = constant.value() instanceof Expr.Literal literal && literal.value() != null
                    ? Value.constant(literal.value())
                    : Value.NONE.with(Flag.ENUM);
            compare(
                    Event.How.SWITCH,
                    "switch",
                    chosen,
                    value,
                    selector,
                    constant.value(),
                    constant.value(),
                    constant.value().span());
        }
    }

    /** Calls a function value; {@link Value#NONE} when it is not one that is known. */
    Value apply(Value function, List<Value> arguments) {
        Fn fn = function.fn();
        if (fn == null) {
            if (function.isExact() && function.inputs().size() == 1) {
                flow.functionCall(function.inputs().get(0), arguments);
            }
            return Value.NONE;
        }
        if (fn.source() instanceof Expr.Lambda lambda) {
            calls.consumed(lambda);
            return flow.invoke(lambda, fn.captured(), arguments);
        }
        return fn.source() instanceof Expr.MethodReference reference
                ? calls.reference(reference, arguments)
                : Value.NONE;
    }
}
