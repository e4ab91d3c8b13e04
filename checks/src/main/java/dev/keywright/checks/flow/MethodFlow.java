package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one method: statements here, expressions in {@link ExprFlow}, calls in {@link CallFlow}. The state is what
 * the variables hold, null where the code cannot be reached.
 */
final class MethodFlow implements FlowView {

    static final String FIELDS = "<fields>";
    private static final int LOOP_TURNS = 3;
    private static final int DEPTH_LIMIT = 400;

    /** Events are the same when they happen at the same place in the source, seen through the same helper's event. */
    private record EventKey(
            Class<?> type, Span span, Object what, @Nullable Object inner) {}

    final FlowEngine engine;
    final ExprFlow exprs;
    private static final Set<String> TEST_PACKAGES = Set.of("test", "tests", "testing", "testutil", "testutils");

    final String typeName;
    private final SourceFile file;
    private final TypeDecl type;
    private final MethodDecl method;
    private final Map<EventKey, Event> events = new LinkedHashMap<>();
    private final Map<Expr, Value> values = new IdentityHashMap<>();
    private final Map<String, Value> writes = new LinkedHashMap<>();
    private final List<Summary.FunctionCall> functionCalls = new ArrayList<>();
    private final Deque<List<Map<Integer, Value>>> exits = new ArrayDeque<>();
    private @Nullable Map<Integer, Value> env = new HashMap<>();
    private @Nullable Value returned;
    private @Nullable Value yielded;
    private int steps;
    private int depth;
    private int nested;
    /** Inside a loop's condition or an if that leaves the loop: comparisons of elements tell by their time. */
    private boolean earlyExit;

    private int loops;

    MethodFlow(FlowEngine engine, SourceFile file, TypeDecl type, MethodDecl method) {
        this.engine = engine;
        this.file = file;
        this.type = type;
        this.method = method;
        this.typeName = type.simpleName();
        this.exprs = new ExprFlow(this);
    }

    void run() {
        if (method.name().equals(FIELDS)) {
            initialize(type);
            return;
        }
        bindParameters(method, true);
        exec(method.body());
    }

    private void initialize(TypeDecl declaring) {
        for (FieldDecl field : declaring.fields()) {
            if (field.initializer() != null) {
                Value value = exprs.eval(field.initializer());
                named(field.name(), field.type(), value, field.initializer());
                engine.writeField(field, value);
            }
        }
    }

    private void bindParameters(MethodDecl declaration, boolean inputs) {
        List<Variable> parameters = declaration.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value declared = Contracts.parameter(type, declaration, i, file);
            declared = declared.isNone() ? engine.declared().parameter(parameters.get(i), file, typeName) : declared;
            Value value = declared;
            if (inputs) {
                value = Value.input(i, null);
                for (Label label : declared.labels()) {
                    value = value.plus(label);
                }
                for (Flag flag : Flag.values()) {
                    value = declared.is(flag) ? value.with(flag) : value;
                }
            }
            put(parameters.get(i).id(), value);
        }
    }

    /** A local or anonymous class: its code is seen as a part of the method, with the variables it captures. */
    void visit(TypeDecl local) {
        if (nested > 4) {
            return;
        }
        nested++;
        Map<Integer, Value> before = copy();
        Value outerReturned = returned;
        initialize(local);
        for (MethodDecl declaration : local.methods()) {
            if (declaration.body() != null) {
                env = new HashMap<>(before);
                bindParameters(declaration, false);
                exec(declaration.body());
            }
        }
        returned = outerReturned;
        env = before;
        nested--;
    }

    Summary summary() {
        List<Event> replayable = new ArrayList<>();
        for (Event event : events.values()) {
            if (depends(event) && replayable.size() < 64 && chain(event) < 5) {
                replayable.add(event);
            }
        }
        Value result = returned == null ? Value.NONE : returned;
        return new Summary(method, file, result, Map.copyOf(writes), replayable, List.copyOf(functionCalls));
    }

    private static int chain(Event event) {
        int length = 0;
        for (Event inner = event.inner(); inner != null; inner = inner.inner()) {
            length++;
        }
        return length;
    }

    private static boolean depends(Event event) {
        if (event instanceof Event.Comparison comparison) {
            return !comparison.left().inputs().isEmpty()
                    || !comparison.right().inputs().isEmpty();
        }
        if (event instanceof Event.Sink sink) {
            return !sink.value().inputs().isEmpty();
        }
        return event instanceof Event.Text text && !text.value().inputs().isEmpty();
    }

    // ---- what rules see

    @Override
    public SourceFile file() {
        return file;
    }

    @Override
    public TypeDecl type() {
        return type;
    }

    @Override
    public MethodDecl method() {
        return method;
    }

    @Override
    public List<Event> events() {
        return List.copyOf(events.values());
    }

    @Override
    public Value value(Expr expr) {
        return values.getOrDefault(expr, Value.NONE);
    }

    @Override
    public SecretNames names() {
        return engine.models().names();
    }

    @Override
    public Value returned() {
        return returned == null ? Value.NONE : returned;
    }

    @Override
    public boolean isInitializers() {
        return method.name().equals(FIELDS);
    }

    @Override
    public boolean isFirstOfType() {
        return engine.isFirst(type, method);
    }

    @Override
    public boolean isTestLike() {
        return file.test()
                || typeName.endsWith("Test")
                || typeName.endsWith("Tests")
                || typeName.startsWith("Example")
                || Stream.of(file.packageName().split("\\.")).anyMatch(TEST_PACKAGES::contains);
    }

    @Override
    public Value generatedText() {
        Rendering rendering = engine.rendering();
        return rendering.toString(type) == null && rendering.generated(type) ? rendering.ofType(type) : Value.NONE;
    }

    // ---- state

    void remember(Expr expr, Value value) {
        if (value.speaks()) {
            values.put(expr, value);
        }
    }

    void record(Event event) {
        Object what = event instanceof Event.Sink sink
                ? List.of(sink.kind(), sink.argument())
                : event instanceof Event.Comparison comparison
                        ? comparison.method()
                        : event instanceof Event.Named named ? named.name() : "";
        Object inner = event.inner() == null ? null : origin(event.inner());
        EventKey key = new EventKey(event.getClass(), event.span(), what, inner);
        Event before = events.get(key);
        if (before != null) {
            events.put(key, before.join(event));
        } else if (events.size() < FlowEngine.EVENT_LIMIT) {
            events.put(key, event);
        }
    }

    /** Where it all happens, through however many helpers: two comparisons in one helper are two. */
    private static Object origin(Event event) {
        Event innermost = event;
        for (Event inner = event.inner(); inner != null; inner = inner.inner()) {
            innermost = inner;
        }
        return List.of(innermost.file().path(), innermost.span(), event.span());
    }

    /** A value gets a name that may say more than the value itself. */
    void named(String name, TypeRef nameType, Value value, Expr at) {
        boolean interesting = value.is(Flag.LITERAL) || value.is(Flag.WEAK_RANDOM) || value.is(Flag.CONFIGURED);
        if (interesting) {
            record(new Event.Named(name, nameType, value, at, at.span(), file));
        }
    }

    void step() {
        if (++steps > FlowEngine.STEP_BUDGET) {
            throw BudgetExceeded.INSTANCE;
        }
    }

    int steps() {
        return steps;
    }

    void enter() {
        step();
        if (++depth > DEPTH_LIMIT) {
            depth = 0;
            throw BudgetExceeded.INSTANCE;
        }
    }

    void leave() {
        depth--;
    }

    Value get(int id) {
        return env == null ? Value.NONE : env.getOrDefault(id, Value.NONE);
    }

    void put(int id, Value value) {
        if (env != null) {
            if (value.isNone()) {
                env.remove(id);
            } else {
                env.put(id, value);
            }
        }
    }

    Map<Integer, Value> copy() {
        if (env == null) {
            return new HashMap<>();
        }
        steps += env.size() / 8;
        return new HashMap<>(env);
    }

    void writeThis(String field, Value value) {
        if (nested == 0 && value.speaks()) {
            writes.merge(field, value, Value::join);
        }
    }

    void functionCall(Input function, List<Value> arguments) {
        if (functionCalls.size() < 16) {
            functionCalls.add(new Summary.FunctionCall(function, arguments));
        }
    }

    boolean comparesWithEarlyExit() {
        return earlyExit && loops > 0;
    }

    /** What a variable is given, with what its name says of it. */
    Value bind(Variable variable, Value value) {
        if (value.is(Flag.CLEAN) || value.constant() != null || value.is(Flag.ENUM)) {
            return value;
        }
        Value named = engine.declared().local(variable, file, typeName);
        if (named.labels().stream().noneMatch(Label::sure) && isPublicPart(variable.name(), value)) {
            return publicPart(variable.name(), value);
        }
        if (named.isNone()) {
            return value.step(file, variable.nameSpan(), Messages.assigned(variable.name()));
        }
        Label name = named.labels().isEmpty() ? null : named.labels().get(0);
        if (value.labels().stream().anyMatch(Label::sure) || name == null) {
            Role role = name == null ? Role.NEUTRAL : name.role();
            return value.mapLabels(label -> label.role() == Role.NEUTRAL ? label.as(role) : label)
                    .step(file, variable.nameSpan(), Messages.assigned(variable.name()));
        }
        if (value.is(Flag.PRESENTED)) {
            name = name.as(Role.PRESENTED);
        } else if (value.is(Flag.CONFIGURED)) {
            name = name.as(Role.EXPECTED);
        }
        return value.withLabels(List.of()).plus(name);
    }

    /** The value without the secrets it was cut from, where the name it is given says that it is none of them. */
    Value publicPart(String name, Value value) {
        return isPublicPart(name, value)
                ? value.publicPart(value.labels().stream()
                        .filter(label -> label.certainty() == Certainty.COMPUTED)
                        .toList())
                : value;
    }

    /** {@code username = credentials.substring(0, colon)}: the part of a credential that is no secret. */
    private boolean isPublicPart(String name, Value value) {
        // A part is cut out, not put together: an address with a key in it is no public part.
        return !value.labels().isEmpty()
                && value.pieces().isEmpty()
                && engine.models().names().endsWithWord("publicpart", name);
    }

    // ---- statements

    void exec(@Nullable Stmt stmt) {
        if (stmt == null || env == null) {
            return;
        }
        enter();
        dispatch(stmt);
        leave();
    }

    private void execAll(List<Stmt> statements) {
        for (Stmt stmt : statements) {
            if (env == null) {
                return;
            }
            exec(stmt);
        }
    }

    private void dispatch(Stmt stmt) {
        if (stmt instanceof Stmt.Expression expression) {
            exprs.eval(expression.expr());
        } else if (stmt instanceof Stmt.LocalVariable local) {
            Expr initializer = local.initializer();
            Value value = initializer == null ? Value.NONE : exprs.eval(initializer);
            if (initializer != null) {
                named(local.variable().name(), local.variable().varType(), value, initializer);
            }
            put(local.variable().id(), initializer == null ? value : bind(local.variable(), value));
        } else if (stmt instanceof Stmt.Block block) {
            execAll(block.statements());
        } else if (stmt instanceof Stmt.If branch) {
            branches(branch);
        } else if (stmt instanceof Stmt.Return result) {
            Value value = result.value() == null ? Value.NONE : given(result.value());
            returned = returned == null ? value : returned.join(value);
            if (result.value() != null && nested == 0) {
                named(method.name(), method.returnType(), value, result.value());
            }
            env = null;
        } else if (stmt instanceof Stmt.Loop loop) {
            execAll(loop.init());
            loop(loop);
        } else if (stmt instanceof Stmt.ForEach each) {
            each(each);
        } else if (stmt instanceof Stmt.Try guarded) {
            guarded(guarded);
        } else if (stmt instanceof Stmt.Switch choice) {
            switching(choice.selector(), choice.cases());
        } else if (stmt instanceof Stmt.Throw thrown) {
            exprs.eval(thrown.value());
            env = null;
        } else if (stmt instanceof Stmt.Yield yield) {
            Value value = exprs.eval(yield.value());
            yielded = yielded == null ? value : yielded.join(value);
            leaveTo();
        } else if (stmt instanceof Stmt.Break || stmt instanceof Stmt.Continue) {
            leaveTo();
        } else if (stmt instanceof Stmt.Labeled labeled) {
            exec(labeled.body());
        } else if (stmt instanceof Stmt.Synchronized locked) {
            exprs.eval(locked.lock());
            exec(locked.body());
        } else if (stmt instanceof Stmt.Assert check) {
            exprs.eval(check.condition());
        } else if (stmt instanceof Stmt.LocalType local) {
            visit(local.type());
        } else if (stmt instanceof Stmt.Unknown unknown) {
            unknown.parts().forEach(exprs::eval);
        }
    }

    private void leaveTo() {
        if (!exits.isEmpty() && env != null) {
            exits.peek().add(env);
        }
        env = null;
    }

    private void branches(Stmt.If first) {
        List<Map<Integer, Value>> ends = new ArrayList<>();
        Stmt next = first;
        while (next instanceof Stmt.If branch && env != null) {
            step();
            boolean outer = earlyExit;
            earlyExit = loops > 0 && leavesEarly(branch.then()) || outer && loops == 0;
            exprs.eval(branch.condition());
            earlyExit = outer;
            Boolean known = Conditions.known(branch.condition());
            if (Boolean.TRUE.equals(known)) {
                next = branch.then();
                break;
            }
            if (known == null) {
                Map<Integer, Value> before = copy();
                exec(branch.then());
                keep(ends);
                env = before;
            }
            next = branch.otherwise();
        }
        exec(next);
        keep(ends);
        env = joinAll(ends);
    }

    private static boolean leavesEarly(Stmt then) {
        Stmt last = then;
        while (last instanceof Stmt.Block block && !block.statements().isEmpty()) {
            last = block.statements().get(block.statements().size() - 1);
        }
        return last instanceof Stmt.Return || last instanceof Stmt.Break || last instanceof Stmt.Throw;
    }

    /** What a library gives and this method passes on as an {@code Object} is not known to be text: a name is no sign. */
    private Value given(Expr result) {
        Value value = exprs.eval(result);
        boolean object = nested == 0
                && method.returnType().is("java.lang.Object")
                && result instanceof Expr.Call call
                && !call.type().isString()
                && !engine.declares(call.method());
        return object
                ? value.withLabels(value.labels().stream()
                        .filter(label -> label.certainty().compareTo(Certainty.NAMED) < 0)
                        .toList())
                : value;
    }

    private void keep(List<Map<Integer, Value>> ends) {
        if (env != null) {
            ends.add(env);
        }
    }

    private @Nullable Map<Integer, Value> joinAll(List<Map<Integer, Value>> ends) {
        if (ends.isEmpty()) {
            return null;
        }
        Map<Integer, Value> joined = new HashMap<>(ends.get(0));
        for (Map<Integer, Value> end : ends.subList(1, ends.size())) {
            steps += end.size() / 8;
            for (Map.Entry<Integer, Value> entry : end.entrySet()) {
                Value mine = joined.get(entry.getKey());
                joined.put(
                        entry.getKey(), mine == null ? entry.getValue().join(Value.NONE) : mine.join(entry.getValue()));
            }
            joined.replaceAll((id, value) -> end.containsKey(id) ? value : value.join(Value.NONE));
        }
        return joined;
    }

    private void loop(Stmt.Loop loop) {
        List<Map<Integer, Value>> out = new ArrayList<>();
        Boolean known = Conditions.known(loop.condition());
        if (!loop.bodyFirst() && Boolean.FALSE.equals(known)) {
            return;
        }
        if (!loop.bodyFirst() && loop.condition() != null && known == null) {
            out.add(copy());
        }
        turns(
                () -> {
                    if (loop.condition() != null && !loop.bodyFirst()) {
                        condition(loop.condition());
                    }
                    exec(loop.body());
                },
                () -> {
                    loop.update().forEach(exprs::eval);
                    if (loop.condition() != null && loop.bodyFirst()) {
                        condition(loop.condition());
                    }
                },
                out);
    }

    /** A loop that goes on only while elements are equal stops at the first difference. */
    private void condition(Expr condition) {
        boolean outer = earlyExit;
        earlyExit = true;
        exprs.eval(condition);
        earlyExit = outer;
    }

    private void each(Stmt.ForEach each) {
        Value element = exprs.eval(each.iterable()).element();
        List<Map<Integer, Value>> out = new ArrayList<>();
        out.add(copy());
        turns(
                () -> {
                    put(each.variable().id(), bind(each.variable(), element));
                    exec(each.body());
                },
                () -> {},
                out);
    }

    private void turns(Runnable body, Runnable update, List<Map<Integer, Value>> out) {
        loops++;
        for (int turn = 0; turn < LOOP_TURNS && env != null; turn++) {
            Map<Integer, Value> before = copy();
            List<Map<Integer, Value>> ends = new ArrayList<>();
            exits.push(ends);
            body.run();
            exits.pop();
            keep(ends);
            env = joinAll(ends);
            if (env == null) {
                break;
            }
            update.run();
            out.add(copy());
            Map<Integer, Value> after = joinAll(List.of(before, Objects.requireNonNullElse(env, before)));
            env = after;
            if (before.equals(after)) {
                break;
            }
        }
        loops--;
        env = joinAll(out);
    }

    private void guarded(Stmt.Try guarded) {
        execAll(guarded.resources());
        Map<Integer, Value> before = copy();
        exec(guarded.body());
        List<Map<Integer, Value>> ends = new ArrayList<>();
        keep(ends);
        Map<Integer, Value> failing = env == null ? before : joinAll(List.of(before, env));
        for (Stmt.Catch handler : guarded.catches()) {
            env = new HashMap<>(Objects.requireNonNull(failing));
            steps += env.size() / 8;
            exec(handler.body());
            keep(ends);
        }
        env = joinAll(ends);
        if (guarded.finalizer() != null) {
            boolean dead = env == null;
            if (dead) {
                env = new HashMap<>(before);
            }
            exec(guarded.finalizer());
            if (dead) {
                env = null;
            }
        }
    }

    /** Returns what the cases yield, for a switch expression. */
    Value switching(Expr selector, List<Stmt.Case> cases) {
        Value chosen = exprs.eval(selector);
        Value outerYield = yielded;
        yielded = null;
        Map<Integer, Value> before = copy();
        List<Map<Integer, Value>> ends = new ArrayList<>();
        boolean exhaustive = false;
        exits.push(ends);
        env = null;
        for (Stmt.Case branch : cases) {
            step();
            Map<Integer, Value> entry = new HashMap<>(before);
            steps += entry.size() / 8;
            env = env == null || branch.arrow() ? entry : joinAll(List.of(entry, env));
            for (Pattern label : branch.labels()) {
                exhaustive |= label instanceof Pattern.Any;
                exprs.match(selector, chosen, label);
            }
            exhaustive |= branch.labels().isEmpty();
            if (branch.guard() != null) {
                exprs.eval(branch.guard());
            }
            execAll(branch.body());
            if (branch.arrow()) {
                keep(ends);
                env = null;
            }
        }
        exits.pop();
        keep(ends);
        if (!exhaustive) {
            ends.add(before);
        }
        env = joinAll(ends);
        if (env == null && yielded != null) {
            env = before;
        }
        Value result = yielded == null ? Value.NONE : yielded;
        yielded = outerYield;
        return result;
    }

    /** Calls a lambda of this method with values for its parameters. */
    Value invoke(Expr.Lambda lambda, Map<Integer, Value> captured, List<Value> arguments) {
        if (nested > 6) {
            return Value.NONE;
        }
        nested++;
        Map<Integer, Value> here = copy();
        Value outerReturned = returned;
        boolean outerExit = earlyExit;
        int outerLoops = loops;
        earlyExit = false;
        loops = 0;
        returned = null;
        Map<Integer, Value> inside = new HashMap<>(captured);
        inside.putAll(here);
        env = inside;
        for (int i = 0; i < lambda.parameters().size(); i++) {
            Variable parameter = lambda.parameters().get(i);
            Value argument = i < arguments.size() ? arguments.get(i) : Value.NONE;
            put(parameter.id(), bind(parameter, argument));
        }
        exits.push(new ArrayList<>());
        exec(lambda.body());
        exits.pop();
        Value result = returned == null ? Value.NONE : returned;
        // Builders and collections that the body fills are the surrounding method's.
        Map<Integer, Value> after = env;
        env = here;
        if (after != null) {
            for (Integer id : here.keySet()) {
                Value now = after.get(id);
                if (now != null) {
                    here.put(id, now);
                }
            }
        }
        returned = outerReturned;
        earlyExit = outerExit;
        loops = outerLoops;
        nested--;
        return result;
    }

    static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
