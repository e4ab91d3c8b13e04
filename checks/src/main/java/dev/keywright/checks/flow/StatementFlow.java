package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements, in the order in which they run. */
final class StatementFlow {

    private final MethodFlow flow;
    private final ExprFlow exprs;
    private final Paths paths;
    private final LoopFlow loops;
    private final NamedGuards guards;
    private @Nullable Value yielded;

    StatementFlow(MethodFlow flow, ExprFlow exprs, Paths paths) {
        this.flow = flow;
        this.exprs = exprs;
        this.paths = paths;
        this.guards = new NamedGuards(flow);
        this.loops = new LoopFlow(this, flow, exprs, paths);
    }

    LoopFlow loops() {
        return loops;
    }

    void exec(@Nullable Stmt stmt) {
        if (stmt == null || paths.isDead()) {
            return;
        }
        flow.enter();
        dispatch(stmt);
        flow.leave();
    }

    private void execAll(List<Stmt> statements) {
        for (Stmt stmt : statements) {
            if (paths.isDead()) {
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
            Value value = initializer == null ? Value.NONE : Resets.shared(initializer, exprs.eval(initializer), flow);
            if (initializer != null) {
                flow.named(local.variable().name(), local.variable().varType(), value, initializer);
            }
            paths.put(
                    local.variable().id(),
                    initializer == null ? value : flow.bind(local.variable(), value, initializer));
        } else if (stmt instanceof Stmt.Block block) {
            execAll(block.statements());
        } else if (stmt instanceof Stmt.If branch) {
            branches(branch);
        } else if (stmt instanceof Stmt.Return result) {
            flow.returns(result);
            paths.end();
        } else if (stmt instanceof Stmt.Loop loop) {
            execAll(loop.init());
            loops.follow(loop);
        } else if (stmt instanceof Stmt.ForEach each) {
            loops.follow(each);
        } else if (stmt instanceof Stmt.Try guarded) {
            guarded(guarded);
        } else if (stmt instanceof Stmt.Switch choice) {
            switching(choice.selector(), choice.cases());
        } else if (stmt instanceof Stmt.Throw thrown) {
            exprs.eval(thrown.value());
            paths.end();
        } else if (stmt instanceof Stmt.Yield yield) {
            Value value = exprs.eval(yield.value());
            yielded = yielded == null ? value : yielded.join(value);
            paths.leave();
        } else if (stmt instanceof Stmt.Break || stmt instanceof Stmt.Continue) {
            paths.leave();
        } else if (stmt instanceof Stmt.Labeled labeled) {
            exec(labeled.body());
        } else if (stmt instanceof Stmt.Synchronized locked) {
            exprs.eval(locked.lock());
            exec(locked.body());
        } else if (stmt instanceof Stmt.Assert check) {
            exprs.eval(check.condition());
        } else if (stmt instanceof Stmt.LocalType local) {
            flow.visit(local.type());
        } else if (stmt instanceof Stmt.Unknown unknown) {
            unknown.parts().forEach(exprs::eval);
        }
    }

    private void branches(Stmt.If first) {
        List<Map<Integer, Value>> ends = new ArrayList<>();
        Map<Integer, Value> dirty = new HashMap<>();
        Set<Integer> hidden = new HashSet<>();
        Stmt next = first;
        while (next instanceof Stmt.If branch && !paths.isDead()) {
            flow.step();
            Expr search = Insertions.search(branch);
            if (search != null) {
                flow.searchedToInsert(search);
            }
            loops.test(branch);
            Boolean known = flow.conditions.known(branch.condition());
            if (Boolean.TRUE.equals(known)) {
                next = branch.then();
                break;
            }
            if (known == null) {
                Map<Integer, Value> before = paths.copy();
                Map<Integer, Value> cleared = guards.clear(branch.condition(), true, branch.then());
                exec(branch.then());
                cleared.forEach(paths::put);
                hidden.addAll(hidden(before, paths.here()));
                paths.keep(ends);
                paths.go(before);
                guards.clear(branch.condition(), false, branch.otherwise()).forEach(dirty::putIfAbsent);
            }
            next = branch.otherwise();
        }
        exec(next);
        dirty.forEach(paths::put);
        paths.keep(ends);
        paths.go(paths.join(ends));
        if (!paths.isDead()) {
            hidden.forEach(variable -> paths.put(variable, Value.CLEAN));
        }
    }

    /** {@code if (hidden.contains(name)) value = "***"}: whoever asks which values are to be hidden is trusted to know. */
    private static Set<Integer> hidden(Map<Integer, Value> before, @Nullable Map<Integer, Value> after) {
        Set<Integer> hidden = new HashSet<>(0);
        if (after != null) {
            before.forEach((variable, value) -> {
                Value now = after.get(variable);
                if (now != null && now != value && !value.labels().isEmpty() && LiteralSecrets.isMask(now.text())) {
                    hidden.add(variable);
                }
            });
        }
        return hidden;
    }

    private void guarded(Stmt.Try guarded) {
        execAll(guarded.resources());
        Map<Integer, Value> before = paths.copy();
        paths.tries();
        exec(guarded.body());
        Set<Integer> changed = paths.tried();
        List<Map<Integer, Value>> ends = new ArrayList<>();
        paths.keep(ends);
        Map<Integer, Value> failing = paths.isDead()
                ? new HashMap<>(before)
                : paths.join(List.of(before, Objects.requireNonNull(paths.here())));
        // Whichever statement it was that failed: what was known before it may not hold any more.
        changed.forEach(id -> Objects.requireNonNull(failing).computeIfPresent(id, (key, value) -> value.unsettled()));
        for (Stmt.Catch handler : guarded.catches()) {
            paths.go(new HashMap<>(Objects.requireNonNull(failing)));
            flow.charge(failing.size() / 8);
            exec(handler.body());
            paths.keep(ends);
        }
        paths.go(paths.join(ends));
        if (guarded.finalizer() != null) {
            boolean dead = paths.isDead();
            if (dead) {
                paths.go(new HashMap<>(Objects.requireNonNull(failing)));
            }
            exec(guarded.finalizer());
            if (dead) {
                paths.end();
            }
        }
    }

    /** Returns what the cases yield, for a switch expression. */
    Value switching(Expr selector, List<Stmt.Case> cases) {
        Value chosen = exprs.eval(selector);
        Value outerYield = yielded;
        yielded = null;
        Map<Integer, Value> before = paths.copy();
        List<Map<Integer, Value>> ends = new ArrayList<>();
        Stmt.Case only = onlyCase(selector, cases);
        boolean exhaustive = only != null;
        paths.opens(ends);
        paths.end();
        for (Stmt.Case branch : cases) {
            flow.step();
            Map<Integer, Value> falling = paths.here();
            if (only != null && only != branch && (falling == null || branch.arrow())) {
                continue;
            }
            if (only == null || only == branch) {
                Map<Integer, Value> entry = new HashMap<>(before);
                flow.charge(entry.size() / 8);
                paths.go(falling == null || branch.arrow() ? entry : paths.join(List.of(entry, falling)));
            }
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
                paths.keep(ends);
                paths.end();
            }
        }
        paths.closes();
        paths.keep(ends);
        if (!exhaustive) {
            ends.add(before);
        }
        paths.go(paths.join(ends));
        if (paths.isDead() && yielded != null) {
            paths.go(before);
        }
        Value result = yielded == null ? Value.NONE : yielded;
        yielded = outerYield;
        return result;
    }

    /** The case that runs where what is chosen by is known; null where it is not, or nothing fits. */
    private Stmt.@Nullable Case onlyCase(Expr selector, List<Stmt.Case> cases) {
        Object chosen = flow.conditions.constant(selector);
        if (chosen == null) {
            return null;
        }
        Stmt.Case otherwise = null;
        for (Stmt.Case branch : cases) {
            if (branch.labels().isEmpty()) {
                otherwise = branch;
            }
            for (Pattern label : branch.labels()) {
                if (label instanceof Pattern.Any) {
                    otherwise = branch;
                    continue;
                }
                Object value =
                        label instanceof Pattern.Constant constant ? flow.conditions.constant(constant.value()) : null;
                if (value == null || branch.guard() != null) {
                    return null;
                }
                if (value.equals(chosen)) {
                    return branch;
                }
            }
        }
        return otherwise;
    }
}
