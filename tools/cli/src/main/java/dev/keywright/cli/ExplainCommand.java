package dev.keywright.cli;

import dev.keywright.checks.config.Suggestion;
import dev.keywright.checks.report.RulePages;
import dev.keywright.checks.rules.Rules;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a rule's page. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Prints what a rule flags, why, and what to do.")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RULE", description = "The rule's name, as SecretLogged.")
    private String rule = "";

    @Override
    public Integer call() throws UsageException {
        List<String> known =
                Rules.all().stream().map(each -> each.info().name()).toList();
        Optional<String> name = known.stream().filter(rule::equalsIgnoreCase).findFirst();
        if (name.isEmpty()) {
            Optional<String> nearest = Suggestion.nearest(rule, known);
            throw new UsageException(Messages.unknownRule(rule, nearest, nearest.isPresent() ? List.of() : known));
        }
        Optional<String> page = RulePages.page(name.get());
        if (page.isEmpty()) {
            throw new UsageException(Messages.noPage(name.get()));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(page.get().stripTrailing());
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }
}
