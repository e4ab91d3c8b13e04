package dev.keywright.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The life of API keys, in a file or a database. A key itself goes to standard output once, when it is made, and nowhere else. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes, lists, rotates, revokes and checks API keys.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            KeysCreate.class,
            KeysAdd.class,
            KeysList.class,
            KeysRotate.class,
            KeysRevoke.class,
            KeysCheck.class,
            KeysMigrate.class
        })
final class KeysCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), Messages.NO_COMMAND);
    }
}
