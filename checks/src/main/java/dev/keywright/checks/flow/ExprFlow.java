package dev.keywright.checks.flow;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The values of expressions. Left-nested chains of calls and operators are followed without recursion. */
final class ExprFlow {

    /** The longest array that is known by its elements. */
    private static final int INDEXED = 8;

    private final MethodFlow flow;

    private final FieldReads fields;
    private final Assignments assignments;
    private final Comparisons comparisons;
    private final CallFlow calls;

    ExprFlow(MethodFlow flow) {
        this.flow = flow;
        this.fields = new FieldReads(flow, this);
        this.assignments = new Assignments(flow, this);
        this.comparisons = new Comparisons(flow);
        this.calls = new CallFlow(flow, this);
    }

    Assignments assignments() {
        return assignments;
    }

    Comparisons comparisons() {
        return comparisons;
    }

    /** {@link FieldReads#state(Expr.Field)}. */
    Value state(Expr.Field field) {
        return fields.state(field);
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
            return fields.read(field);
        }
        if (expr instanceof Expr.Concat concat) {
            return concat(concat);
        }
        if (expr instanceof Expr.New creation) {
            return calls.creation(creation);
        }
        if (expr instanceof Expr.Assign assign) {
            return assignments.assign(assign);
        }
        if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        if (expr instanceof Expr.Conditional conditional) {
            eval(conditional.condition());
            Boolean known = flow.conditions.known(conditional.condition());
            if (known != null) {
                return eval(known ? conditional.then() : conditional.otherwise());
            }
            Value then = eval(conditional.then());
            Value otherwise = eval(conditional.otherwise());
            // maskPassword ? stars : password — whoever can ask for the mask is trusted to; so is whoever can ask by a
            // switch that is named for the password, and gets something else where nobody asks.
            String asked = CallSite.nameOf(conditional.condition());
            boolean masked = CallNames.isMasking(asked)
                    || CallNames.showsSecret(asked)
                            && then.labels().isEmpty() != otherwise.labels().isEmpty();
            // A default behind a question mark is DefaultSecretFallback's.
            Value chosen = then.join(otherwise).without(Flag.WRITTEN);
            // fast ? new Random() : new SecureRandom() is as good as the worse of them.
            boolean worse = TextTypes.isGenerator(conditional)
                    && (then.is(Flag.WEAK_RANDOM) && !then.is(Flag.STRONG_RANDOM)
                            || otherwise.is(Flag.WEAK_RANDOM) && !otherwise.is(Flag.STRONG_RANDOM));
            return masked ? Value.CLEAN : worse ? chosen.without(Flag.STRONG_RANDOM) : chosen;
        }
        if (expr instanceof Expr.Cast cast) {
            Value value = eval(cast.operand());
            // What can be cast to a number was no text.
            return TextTypes.isNumber(cast.type())
                    ? value.withLabels(List.of())
                    : flow.engine.declared().signs().cast(value, cast.type());
        }
        if (expr instanceof Expr.ArrayAccess access) {
            Value array = eval(access.array());
            Value index = eval(access.index());
            Value element = Cuts.element(array, Conditions.settled(index));
            // TABLE[text.charAt(i) - '0']: which of the written numbers it is, what is looked up says.
            boolean looked = access.type().isPrimitive() && !index.is(Flag.LITERAL) && element.is(Flag.LITERAL);
            element = looked ? element.without(Flag.LITERAL) : element;
            return index.is(Flag.WEAK_RANDOM) ? element.with(Flag.WEAK_RANDOM).without(Flag.LITERAL) : element;
        }
        if (expr instanceof Expr.NewArray array) {
            return array(array);
        }
        if (expr instanceof Expr.Unary unary) {
            return unary(unary);
        }
        if (expr instanceof Expr.InstanceOf test) {
            match(test.operand(), eval(test.operand()), test.pattern());
            return Value.NONE;
        }
        if (expr instanceof Expr.Lambda || expr instanceof Expr.MethodReference) {
            if (expr instanceof Expr.MethodReference reference && reference.target() != null) {
                eval(reference.target());
            }
            return Value.function(new Fn(expr, flow.copy(), flow.method(), flow.file()));
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

    private Value concat(Expr.Concat concat) {
        List<Piece> parts = new ArrayList<>();
        for (Expr part : concat.parts()) {
            Value value = eval(part);
            value = isIdentity(part.type()) || isCharacter(part) && hasWords(concat) ? Value.NONE : value;
            Value shown = flow.engine.rendering().rendered(value, part.type());
            parts.add(
                    new Piece(null, value.constant() != null || !value.pieces().isEmpty() ? value : shown));
        }
        Value text = Assembly.of(parts);
        text(text, concat, concat.span());
        return text;
    }

    /** The text of an array is its identity, and so is that of the platform's secret keys. */
    private static boolean isIdentity(TypeRef type) {
        return type.dims() > 0 || type.is("javax.crypto.SecretKey") || type.is("javax.crypto.spec.SecretKeySpec");
    }

    /** {@code "illegal character " + c}: one character of a secret tells nobody the rest. */
    static boolean isCharacter(Expr part) {
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
        List<Value> sizes = array.sizes().stream().map(this::eval).toList();
        if (array.elements() == null) {
            boolean small = sizes.size() == 1 && array.type().dims() == 1;
            Value blank = small && TextTypes.isRaw(array.type().name()) ? Value.NONE.with(Flag.BLANK) : Value.NONE;
            // Nothing fits into it, and nobody could fill it with a guess.
            return small && Integer.valueOf(0).equals(sizes.get(0).constant()) ? blank.with(Flag.CLEAN) : blank;
        }
        boolean indexed = array.elements().size() <= INDEXED
                && !TextTypes.isRaw(array.type().name());
        Value byIndex = Value.NONE;
        Value elements = null;
        boolean literal = !array.elements().isEmpty();
        int index = 0;
        for (Expr element : array.elements()) {
            Value value = eval(element);
            literal &= value.is(Flag.LITERAL);
            elements = elements == null ? value : elements.joinCarried(value);
            byIndex = indexed && value.speaks() ? byIndex.holding(Sequences.key(index), value) : byIndex;
            index++;
        }
        Value result = indexed
                ? byIndex
                : elements == null || !elements.speaks() ? Value.NONE : Value.NONE.holding(Value.ELEMENTS, elements);
        return literal ? result.with(Flag.LITERAL) : result;
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

    private Value unary(Expr.Unary unary) {
        Value operand = eval(unary.operand());
        Object folded = Folding.of(unary.op(), operand.constant());
        if (folded != null) {
            return kept(folded, operand, operand);
        }
        boolean literal = operand.is(Flag.LITERAL) && operand.text() == null;
        Value result = literal ? Value.NONE.with(Flag.LITERAL) : arithmetic(operand, Value.NONE);
        switch (unary.op()) {
            case PRE_INCREMENT, PRE_DECREMENT, POST_INCREMENT, POST_DECREMENT ->
                assignments.store(unary.operand(), result, false);
            default -> {}
        }
        return result;
    }

    private Value operate(Expr.Binary binary, Value left, Value right) {
        if (binary.op() == BinaryOp.EQUAL || binary.op() == BinaryOp.NOT_EQUAL) {
            comparisons.equality(binary, left, right);
        }
        Object folded = Folding.of(binary.op(), left.constant(), right.constant());
        if (folded != null) {
            return kept(folded, left, right);
        }
        switch (binary.op()) {
            case EQUAL, NOT_EQUAL, AND_AND, OR_OR, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
                return Value.NONE;
            }
            default -> {
                Value result = arithmetic(left, right);
                return Cuts.isTail(binary, right) ? result.with(Flag.TAIL) : result;
            }
        }
    }

    /** A constant made of constants: as sure as they are. */
    private static Value kept(Object folded, Value left, Value right) {
        Value result = Value.constant(folded);
        return left.is(Flag.OPEN) || right.is(Flag.OPEN) ? result.with(Flag.OPEN) : result;
    }

    /** Numbers keep what was random about them; a difference or an XOR of secrets is none. */
    static Value arithmetic(Value left, Value right) {
        Value result = Value.NONE;
        for (Flag flag : List.of(Flag.WEAK_RANDOM, Flag.STRONG_RANDOM)) {
            if (left.is(flag) || right.is(flag)) {
                result = result.with(flag);
            }
        }
        return left.is(Flag.LITERAL) && right.is(Flag.LITERAL) ? result.with(Flag.LITERAL) : result;
    }

    void match(Expr selector, Value chosen, Pattern pattern) {
        if (pattern instanceof Pattern.Type tested && tested.binding() != null) {
            flow.put(tested.binding().id(), flow.bind(tested.binding(), chosen, null));
        } else if (pattern instanceof Pattern.Record record) {
            TypeDecl type = flow.engine.type(record.tested());
            for (int i = 0; i < record.components().size(); i++) {
                Value component = type != null && i < type.fields().size()
                        ? FieldReads.fieldOf(
                                chosen,
                                type.fields().get(i).name(),
                                flow.engine.fields().value(type.fields().get(i), flow.method(), type.name()))
                        : chosen.element();
                match(selector, component, record.components().get(i));
            }
        } else if (pattern instanceof Pattern.Constant constant && chosen.speaks()) {
            Value value = constant.value() instanceof Expr.Literal literal && literal.value() != null
                    ? Value.constant(literal.value())
                    : Value.NONE.with(Flag.ENUM);
            comparisons.record(
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
    Value apply(Value function, List<Value> arguments, CallSite site) {
        Fn fn = function.fn();
        if (fn == null) {
            if (function.isExact() && function.inputs().size() == 1) {
                flow.functionCall(function.inputs().get(0), arguments);
            }
            return Value.NONE;
        }
        if (fn.source() instanceof Expr.Lambda lambda) {
            calls.consumed(lambda);
            return flow.invoke(lambda, fn, arguments, site);
        }
        return fn.source() instanceof Expr.MethodReference reference
                ? calls.reference(reference, arguments)
                : Value.NONE;
    }
}
