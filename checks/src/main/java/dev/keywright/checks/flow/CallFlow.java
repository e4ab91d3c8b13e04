package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Model;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls, whatever form they have, and creations: those of the program's own methods go to {@link OwnCalls}, of libraries to
 * {@link ModelFlow}, of what nobody knows to {@link UnknownCalls}.
 */
final class CallFlow {

    private static final TypeRef MAC = TypeRef.of("javax.crypto.Mac");

    /** What libraries call it to write all fields of an object, in a {@code toString}. */
    private static final Set<String> TO_JSON =
            Set.of("toJson", "toJSONString", "toJsonString", "toJsonStr", "writeValueAsString", "encodePrettily");

    private static final Set<String> PRINTERS = Set.of("PrintStream", "PrintWriter");

    private final MethodFlow flow;
    private final ExprFlow exprs;
    private final CallSinks sinks;
    private final NamedEntries entries;
    private final ModelFlow models;
    private final CallNames names;
    private final NamedArguments arguments;
    private final OwnCalls own;
    private final UnknownCalls unknown;
    private final Sequences sequences;
    private final Resets resets;
    private final Mutations mutations;
    private final ExactTypes exactTypes;
    private final Set<Expr> consumed = MethodFlow.identitySet();

    CallFlow(MethodFlow flow, ExprFlow exprs) {
        this.flow = flow;
        this.exprs = exprs;
        this.exactTypes = new ExactTypes(flow.engine, flow.method());
        this.sinks = new CallSinks(flow, exprs);
        this.entries = new NamedEntries(flow);
        this.names = new CallNames(flow, sinks);
        this.arguments = new NamedArguments(flow);
        this.mutations = new Mutations(flow, exprs);
        this.sequences = new Sequences(mutations);
        this.resets = new Resets(mutations);
        this.models = new ModelFlow(flow, exprs, sinks, entries, mutations);
        this.own = new OwnCalls(flow, exprs, names, mutations);
        this.unknown = new UnknownCalls(flow, names, entries, mutations);
    }

    /** Notes that a lambda is known to be called. */
    void consumed(Expr.Lambda lambda) {
        consumed.add(lambda);
    }

    Value call(Expr.Call call, @Nullable Value receiver) {
        List<Value> args = new ArrayList<>(call.args().size());
        for (Expr arg : call.args()) {
            args.add(exprs.eval(arg));
        }
        boolean implied = call.receiver() == null && !call.method().isStatic();
        Value self = receiver != null ? receiver : implied ? Value.input(Input.THIS, null) : Value.NONE;
        TypeRef receiverType = call.receiver() == null
                ? call.method().isStatic() ? TypeRef.UNKNOWN : TypeRef.of(flow.self())
                : call.receiver() instanceof Expr.This ? own(call.receiver().type()) : exactTypes.of(call.receiver());
        CallSite site = new CallSite(
                call,
                call.method(),
                call.receiver(),
                self,
                receiverType,
                call.args(),
                args,
                call.type(),
                call.nameSpan(),
                call.span());
        Value result = apply(site);
        leftovers(site);
        resets.handed(site, flow);
        arguments.setter(site);
        arguments.entries(site);
        return result;
    }

    /** What {@code this} is: an object of the class that the method is followed for. */
    private TypeRef own(TypeRef type) {
        return type.name().equals(flow.type().name()) ? TypeRef.of(flow.self()) : type;
    }

    /** Lambdas that nobody is known to call are called with nothing known: what they do is seen all the same. */
    private void leftovers(CallSite site) {
        for (int i = 0; i < site.argExprs().size(); i++) {
            if (site.argExprs().get(i) instanceof Expr.Lambda lambda && !consumed.contains(lambda)) {
                exprs.apply(site.args().get(i), List.of(), site);
            }
        }
    }

    private Value apply(CallSite called) {
        CallSite site = called;
        if (site.method().name().equals("<init>")
                && isThrowable(site.method().owner())
                && !flow.engine.declares(site.method())) {
            for (int i = 0; i < site.args().size(); i++) {
                sinks.sink(SinkKind.ERROR, site, site.args().get(i), i);
            }
            return Value.NONE;
        }
        Value folded = TextFolding.value(site);
        Value special = folded != null ? folded : Cuts.value(site);
        if (special != null) {
            return special;
        }
        Value element = element(site);
        if (element != null) {
            return element;
        }
        site = resets.replaced(sequences.shuffled(site));
        if (rendersByReflection(site)) {
            return flow.engine.rendering().reflected(flow.type());
        }
        List<String> words = SecretNames.split(site.method().name());
        boolean toSuper = site.receiverExpr() instanceof Expr.This self && self.isSuper();
        List<Summary> targets = toSuper
                ? flow.engine.declared(site.method(), flow.method())
                : flow.engine.targets(
                        site.method(), site.receiverType(), site.args().size(), flow.method());
        Model filling = isOwnMac(site) ? model(site, MAC) : null;
        if (filling != null) {
            return models.apply(site, filling);
        }
        if (!targets.isEmpty()) {
            if (targets.size() > 1 && site.onThis() && !site.method().isStatic()) {
                flow.dependsOnHeir();
            }
            arguments.parameters(site, targets.get(0).method());
            return own.value(site, narrowed(site, targets), words);
        }
        Model model = model(site, modelType(site));
        if (model == null && site.receiverType().name().equals("?") && !unknown.isRendering(site)) {
            // What a chain began with does not say what it has become: its last call is looked at by itself.
            model = model(site, TypeRef.UNKNOWN);
        }
        if (model == null && modelType(site).name().endsWith(".Builder")) {
            String built = modelType(site).name();
            model = model(site, TypeRef.of(built.substring(0, built.length() - ".Builder".length())));
        }
        model = model == null && UnknownCalls.compares(site) ? model(site, UnknownCalls.comparing(site)) : model;
        if (model == null && site.receiver().isHandedIn() && flow.engine.declares(site.method())) {
            exprs.apply(site.receiver(), site.args(), site);
        }
        if (site.receiver().fn() != null && model == null) {
            // A function behind an interface of the program's own.
            return exprs.apply(site.receiver(), site.args(), site);
        }
        sinks.answered(site);
        if (model != null) {
            Value result = models.apply(site, model);
            result = result.labels().isEmpty() && !result.is(Flag.CLEAN) ? entries.read(site, result) : result;
            return result.labels().isEmpty() && !result.is(Flag.CLEAN) ? names.named(site, result) : result;
        }
        return unknown.value(site, words);
    }

    /** The targets as this call has them, where it hands constants to parameters that their conditions ask for. */
    private List<Summary> narrowed(CallSite site, List<Summary> targets) {
        if (targets.stream().allMatch(target -> target.decisive().isEmpty() && !target.dependsOnHeir())) {
            return targets;
        }
        String receiver = site.onThis() && site.at() instanceof Expr.Call
                ? flow.self()
                : site.receiverType().name();
        List<Summary> narrowed = new ArrayList<>(targets.size());
        for (Summary target : targets) {
            Map<Integer, Object> constants = new HashMap<>();
            target.decisive().stream().filter(i -> i < site.argExprs().size()).forEach(i -> {
                Object constant = flow.conditions.constant(site.argExprs().get(i));
                if (constant != null) {
                    constants.put(i, constant);
                }
            });
            String owner = target.method().owner();
            // What does nothing and tells nothing for all classes together does so for each of them.
            boolean inherited = target.dependsOnHeir()
                    && (target.tells() || !target.events().isEmpty())
                    && !target.method().isStatic()
                    && !receiver.equals(owner)
                    && flow.engine.program().isOwnSubtype(receiver, owner);
            if (target.dependsOnHeir() && site.onThis()) {
                flow.dependsOnHeir();
            }
            narrowed.add(flow.engine.narrowed(target, new Known(constants, inherited ? receiver : null)));
        }
        return narrowed;
    }

    /** What a list whose order is known, or what is emptied, gives. */
    private @Nullable Value element(CallSite site) {
        Value made = sequences.made(site);
        if (made != null) {
            return made;
        }
        return resets.empties(site) ? Value.NONE : sequences.value(site);
    }

    /** commons-lang: {@code ToStringBuilder.reflectionToString(this)}, {@code new ReflectionToStringBuilder(this).toString()}. */
    private boolean rendersByReflection(CallSite site) {
        String name = site.method().name();
        boolean whole = !site.args().isEmpty() && site.argExprs().get(0) instanceof Expr.This;
        if (whole && TO_JSON.contains(name) && flow.method().name().equals("toString")) {
            return true;
        }
        if (whole && site.args().size() <= 2) {
            return name.equals("reflectionToString")
                    || name.equals("toString")
                            && site.method().owner().simpleName().equals("ReflectionToStringBuilder");
        }
        return (name.equals("toString") || name.equals("build"))
                && site.receiverExpr() instanceof Expr.New creation
                && creation.type().simpleName().equals("ReflectionToStringBuilder")
                && creation.body() == null
                && !creation.args().isEmpty()
                && creation.args().get(0) instanceof Expr.This;
    }

    /** A project's own {@code Mac} in the manner of Java's: what it fills is one, however its classes come by it. */
    private static boolean isOwnMac(CallSite site) {
        String type = site.receiverType().simpleName();
        return site.method().name().equals("doFinal")
                && site.args().size() <= 2
                && (type.equalsIgnoreCase("Mac") || type.equalsIgnoreCase("HMac"));
    }

    private @Nullable Model model(CallSite site, TypeRef type) {
        return flow.engine
                .models()
                .find(
                        site.method(),
                        type,
                        CallSite.nameOf(site.receiverExpr()),
                        site.args().size(),
                        flow.engine.program());
    }

    /** The type for models: where nothing is known of a chain's middle, what the chain began with. */
    private static TypeRef modelType(CallSite site) {
        TypeRef type = site.receiverType();
        Expr root = site.receiverExpr();
        while (type.name().equals("?") && root instanceof Expr.Call call) {
            type = call.receiver() == null
                    ? call.method().owner()
                    : call.receiver().type();
            root = call.receiver();
        }
        return type.name().equals("?") && root instanceof Expr.New creation ? creation.type() : type;
    }

    Value creation(Expr.New creation) {
        List<Value> args = new ArrayList<>(creation.args().size());
        for (Expr arg : creation.args()) {
            args.add(exprs.eval(arg));
        }
        CallSite site = new CallSite(
                creation,
                creation.constructor(),
                null,
                Value.NONE,
                creation.type(),
                creation.args(),
                args,
                creation.type(),
                Span.NONE,
                creation.span());
        if (creation.body() != null) {
            flow.visit(creation.body());
        }
        Value list = Sequences.isEmptyText(site) ? Value.constant("") : sequences.made(site);
        Value result = list != null ? list : create(site, creation);
        result = leadsToPeer(creation) ? result.with(Flag.WIRE) : result;
        resets.handed(site, flow);
        arguments.pair(site);
        leftovers(site);
        if (isThrowable(creation.type()) && !flow.engine.declares(site.method())) {
            for (int i = 0; i < args.size(); i++) {
                sinks.sink(SinkKind.ERROR, site, args.get(i), i);
                result = result.joinCarried(args.get(i).rendered());
            }
        }
        return result;
    }

    /** {@code new PrintStream(socket.getOutputStream())}. */
    private static boolean leadsToPeer(Expr.New creation) {
        return PRINTERS.contains(creation.type().simpleName())
                && !creation.args().isEmpty()
                && Walk.any(
                        creation.args().get(0),
                        part -> part instanceof Expr.Call call
                                && call.method().name().equals("getOutputStream"));
    }

    private Value create(CallSite site, Expr.New creation) {
        List<Summary> targets = flow.engine.targets(
                site.method(), site.receiverType(), site.args().size(), flow.method());
        if (!targets.isEmpty()) {
            arguments.parameters(site, targets.get(0).method());
            Value created = own.created(site, narrowed(site, targets));
            return creation.body() == null ? created.with(Flag.MADE) : created;
        }
        TypeDecl type = flow.engine.type(creation.type());
        if (type != null) {
            Value made = fromComponents(site, type);
            return creation.body() == null ? made.with(Flag.MADE) : made;
        }
        Model model = flow.engine
                .models()
                .find(site.method(), site.receiverType(), "", site.args().size(), flow.engine.program());
        return model == null ? Value.NONE : models.apply(site, model);
    }

    /** A record without a constructor of its own, or a class whose constructor Lombok writes: fields in their order. */
    private Value fromComponents(CallSite site, TypeDecl type) {
        List<FieldDecl> fields = type.fields().stream()
                .filter(field -> !field.isStatic() && (field.initializer() == null || !field.isFinal()))
                .toList();
        if (fields.size() != site.args().size()) {
            return Value.NONE;
        }
        Value result = Value.NONE;
        for (int i = 0; i < fields.size(); i++) {
            Value value = site.args()
                    .get(i)
                    .step(
                            flow.file(),
                            site.argSpan(i),
                            Way.STORED,
                            fields.get(i).name());
            flow.engine.fields().hand(fields.get(i), site.argExprs().get(i), value, null, type.name());
            if (value.speaks()) {
                result = result.holding(Value.field(fields.get(i).name()), value);
            }
        }
        return result;
    }

    private boolean isThrowable(TypeRef type) {
        return flow.engine.program().isSubtype(type, "java.lang.Throwable")
                || type.simpleName().endsWith("Exception")
                || type.simpleName().endsWith("Error") && type.name().startsWith("java.lang.");
    }

    /** Calls a method through a reference to it. */
    Value reference(Expr.MethodReference reference, List<Value> arguments) {
        MethodRef method = reference.method();
        Value receiver = Value.NONE;
        List<Value> args = arguments;
        TypeRef receiverType = method.owner();
        if (reference.target() != null) {
            receiver = flow.value(reference.target());
            receiverType = reference.target().type();
        } else if (!method.isStatic() && !method.name().equals("<init>") && !arguments.isEmpty()) {
            receiver = arguments.get(0);
            args = arguments.subList(1, arguments.size());
        }
        List<Expr> argExprs = args.stream().map(arg -> (Expr) reference).toList();
        CallSite site = new CallSite(
                reference,
                method,
                reference.target(),
                receiver,
                receiverType,
                argExprs,
                args,
                method.returnType(),
                reference.span(),
                reference.span());
        return method.name().equals("<init>") ? Value.NONE : apply(site);
    }
}
