package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Ordered;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one method: statements in {@link StatementFlow}, expressions in {@link ExprFlow}, calls in {@link CallFlow},
 * the state of its variables in {@link Paths}. Here are its budget, what it returns, and the functions and classes inside it.
 */
final class MethodFlow implements FlowView {

    static final String FIELDS = "<fields>";
    private static final int DEPTH_LIMIT = 400;
    private static final Set<String> TEST_PACKAGES = Set.of("test", "tests", "testing", "testutil", "testutils");

    final FlowEngine engine;
    final ExprFlow exprs;
    final Conditions conditions;
    final String typeName;

    private final StatementFlow statements;
    private final Paths paths = new Paths(this);
    private final Bindings bindings = new Bindings(this);
    private final EventLog log = new EventLog();
    private final SourceFile file;
    private final TypeDecl type;
    private final MethodDecl method;
    private final Givens givens;

    /** The class of the object that it is followed for. */
    private final String self;

    /** Whether what it does depends on which class of those that inherit it the object is of. */
    private boolean dependsOnHeir;

    private final Map<Expr, Value> values = new IdentityHashMap<>();
    private final Map<String, Value> writes = new LinkedHashMap<>();
    private final List<Summary.FunctionCall> functionCalls = new ArrayList<>();
    private final Set<Expr> insertions = identitySet();
    private @Nullable Value returned;
    /** What is put into the objects that are handed in, by parameter. */
    private final Map<Integer, Value> fills = new LinkedHashMap<>();

    private int steps;
    private int depth;
    private int nested;
    private @Nullable CallSite away; // the call through which a function of another method is followed
    private @Nullable SourceFile awayIn; // that one's file

    /** @param known what is known of the calls that it is followed for */
    MethodFlow(FlowEngine engine, SourceFile file, TypeDecl type, MethodDecl method, Known known) {
        this.engine = engine;
        this.file = file;
        this.type = type;
        this.method = method;
        this.givens = new Givens(method, known.constants());
        this.self = known.heir() == null ? type.name() : known.heir();
        this.conditions = new Conditions(this, givens);
        this.typeName = type.simpleName();
        this.exprs = new ExprFlow(this);
        this.statements = new StatementFlow(this, exprs, paths);
    }

    void run() {
        if (method.name().equals(FIELDS)) {
            initialize(type);
            return;
        }
        bindings.parameters(method, true);
        statements.exec(method.body());
    }

    private void initialize(TypeDecl declaring) {
        for (FieldDecl field : declaring.fields()) {
            if (field.initializer() != null) {
                Value value = exprs.eval(field.initializer());
                named(field.name(), field.type(), value, field.initializer());
                engine.fields().write(field, value, declaring.name());
            }
        }
    }

    /** A local or anonymous class: its code is seen as a part of the method, with the variables it captures. */
    void visit(TypeDecl local) {
        if (nested > 4) {
            return;
        }
        nested++;
        Map<Integer, Value> before = paths.copy();
        Value outerReturned = returned;
        initialize(local);
        for (MethodDecl declaration : local.methods()) {
            if (declaration.body() != null) {
                paths.go(new HashMap<>(before));
                bindings.parameters(declaration, false);
                statements.exec(declaration.body());
            }
        }
        returned = outerReturned;
        paths.go(before);
        nested--;
    }

    Summary summary() {
        Value result = returned == null ? Value.NONE : returned;
        return new Summary(
                method,
                file,
                result,
                Ordered.copyOf(writes),
                Ordered.copyOf(fills),
                log.replayable(),
                List.copyOf(functionCalls),
                givens.decisive(),
                dependsOnHeir);
    }

    /** The name of the class of the object that it is followed for: its own, or one that inherits it. */
    String self() {
        return self;
    }

    /** Notes that an object of another class that inherits the method may do otherwise. */
    void dependsOnHeir() {
        dependsOnHeir |= nested == 0;
    }

    @Override
    public SourceFile file() {
        return awayIn == null ? file : awayIn;
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
        return log.all();
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

    void remember(Expr expr, Value value) {
        if (value.speaks()) {
            values.put(expr, value);
        }
    }

    /** A value gets a name that may say more than the value itself. */
    void named(String name, TypeRef nameType, Value value, Expr at) {
        boolean interesting = value.is(Flag.LITERAL) || value.is(Flag.WEAK_RANDOM) || value.is(Flag.CONFIGURED);
        // What callers hand in under a secret's name: they may have drawn it from a weak generator.
        boolean handedIn = !interesting
                && value.inputs().stream().anyMatch(Input::isWhole)
                && names().classify(name).filter(NameVerdict::strong).isPresent();
        if (interesting || handedIn) {
            record(new Event.Named(name, nameType, value, at, at.span(), file));
        }
    }

    void record(Event event) {
        Event seen = away == null ? event : event.from(away.at(), away.callSpan(), file);
        if (seen != null) {
            log.record(seen);
        }
    }

    /** Notes a search whose answer only says whether to insert. */
    void searchedToInsert(Expr search) {
        insertions.add(search);
    }

    boolean isSearchedToInsert(Expr search) {
        return insertions.contains(search);
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

    /** Counts steps that are no expression and no statement. */
    void charge(int more) {
        steps += more;
    }

    Value get(int id) {
        return paths.get(id);
    }

    void put(int id, Value value) {
        paths.put(id, value);
    }

    Map<Integer, Value> copy() {
        return paths.copy();
    }

    boolean comparesWithEarlyExit() {
        return statements.loops().comparesWithEarlyExit();
    }

    /** {@link Bindings#bind}. */
    Value bind(Variable variable, Value value, @Nullable Expr from) {
        return bindings.bind(variable, value, from);
    }

    /** {@link Bindings#publicPart}. */
    Value publicPart(String name, Value value) {
        return bindings.publicPart(name, value);
    }

    /** {@link StatementFlow#switching}. */
    Value switching(Expr selector, List<Stmt.Case> cases) {
        return statements.switching(selector, cases);
    }

    void writeThis(String field, Value value) {
        if (nested == 0 && value.speaks()) {
            writes.merge(field, value, Value::join);
        }
    }

    /** An object that a variable holds is changed: where it was handed in, the caller's. */
    void fills(int id, Value value) {
        boolean same = value.isHandedIn() && value.contents().isEmpty() && value.flags() == 0;
        if (nested > 0 || method.parameters().isEmpty() || same || !value.speaks()) {
            return;
        }
        for (int i = 0; i < method.parameters().size(); i++) {
            if (method.parameters().get(i).id() == id && value.inputs().stream().anyMatch(Input::isWhole)) {
                fills.merge(i, value, Value::join);
            }
        }
    }

    void functionCall(Input function, List<Value> arguments) {
        if (functionCalls.size() < 16) {
            functionCalls.add(new Summary.FunctionCall(function, arguments));
        }
    }

    /** A {@code return}: of this method, or of a function or a local class in it. */
    void returns(Stmt.Return result) {
        Value value = result.value() == null ? Value.NONE : given(result.value());
        returned = returned == null ? value : returned.join(value);
        if (result.value() != null && nested == 0) {
            named(method.name(), method.returnType(), value, result.value());
        }
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

    /** Calls a lambda with values for its parameters. One of another method has variables of its own, under the same numbers. */
    Value invoke(Expr.Lambda lambda, Fn fn, List<Value> arguments, CallSite site) {
        if (nested > 6) {
            return Value.NONE;
        }
        nested++;
        boolean own = fn.method() == method;
        CallSite outerAway = away;
        SourceFile outerIn = awayIn;
        away = own ? null : away == null ? site : away;
        awayIn = own ? null : fn.file();
        Map<Integer, Value> here = paths.copy();
        Value outerReturned = returned;
        LoopFlow.Around around = statements.loops().enter();
        returned = null;
        Map<Integer, Value> inside = new HashMap<>(fn.captured());
        if (own) {
            inside.putAll(here);
        }
        paths.go(inside);
        for (int i = 0; i < lambda.parameters().size(); i++) {
            Variable parameter = lambda.parameters().get(i);
            Value argument = i < arguments.size() ? arguments.get(i) : Value.NONE;
            paths.put(parameter.id(), bindings.bind(parameter, argument, null));
        }
        paths.opens(new ArrayList<>());
        statements.exec(lambda.body());
        paths.closes();
        Value result = returned == null ? Value.NONE : returned;
        // Builders and collections that the body fills are the surrounding method's.
        Map<Integer, Value> after = paths.here();
        paths.go(here);
        if (after != null && own) {
            for (Integer id : here.keySet()) {
                Value now = after.get(id);
                if (now != null) {
                    here.put(id, now);
                }
            }
        }
        returned = outerReturned;
        statements.loops().leave(around);
        away = outerAway;
        awayIn = outerIn;
        nested--;
        return result;
    }

    static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
