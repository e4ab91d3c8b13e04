package dev.keywright.checks;

import dev.keywright.checks.flow.FlowEngine;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.models.Models;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows the values of the whole program, and shows what was seen in the wanted files to the flow rules. */
final class FlowPass {

    private final Map<SourceFile, FileFindings> files = new IdentityHashMap<>();
    private final List<FlowRule> rules;
    private final Analyzer.Listener listener;
    private @Nullable FileFindings current;
    private final Map<FileFindings, Integer> order = new IdentityHashMap<>();
    private int findings;

    private FlowPass(List<FlowRule> rules, List<FileFindings> files, Analyzer.Listener listener) {
        this.rules = rules;
        this.listener = listener;
        for (FileFindings file : files) {
            order.put(file, order.size());
            this.files.put(file.file(), file);
        }
    }

    /** @param everything whether methods are followed that cannot concern any rule, too */
    static void run(
            Program program,
            List<FileFindings> files,
            List<Rule> rules,
            boolean everything,
            Analyzer.Listener listener) {
        List<FlowRule> flowRules = rules.stream()
                .filter(FlowRule.class::isInstance)
                .map(FlowRule.class::cast)
                .toList();
        if (!files.isEmpty() && !flowRules.isEmpty()) {
            FlowPass pass = new FlowPass(flowRules, files, listener);
            files.get(0).guarded(Messages.FLOW, () -> pass.follow(program, files, everything));
        }
    }

    private void follow(Program program, List<FileFindings> wanted, boolean everything) {
        Models models = wanted.get(0).models();
        FlowEngine engine = everything
                ? new FlowEngine(program, models)
                : new FlowEngine(program, models, (word, literal) -> lead(word, literal, models.names()));
        engine.run(files::containsKey, this::show);
        Map<String, FileFindings> byPath = new HashMap<>();
        wanted.forEach(file -> byPath.put(file.file().path(), file));
        engine.undecided().forEach(place -> {
            FileFindings file = byPath.get(place.location().path());
            if (file != null) {
                file.undecided(place);
            }
        });
    }

    private Lead lead(String word, boolean literal, SecretNames names) {
        Lead lead = Lead.NO;
        for (FlowRule rule : rules) {
            lead = lead.or(rule.lead(word, literal, names));
        }
        return lead;
    }

    private void show(FlowView view) {
        FileFindings file = Objects.requireNonNull(files.get(view.file()));
        if (file != current) {
            if (current != null) {
                findings += current.count();
                current.forget();
            }
            listener.checked(order.getOrDefault(file, 0), files.size(), findings);
            current = file;
        }
        rules.forEach(rule -> file.run(rule, () -> rule.check(view, file)));
    }
}
