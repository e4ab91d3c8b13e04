package dev.keywright.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar keywright.jar}. */
@Command(
        name = "keywright",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "API-key, HMAC and bearer-token security for Java.",
        subcommands = {ScanCommand.class, EndpointsCommand.class, ExplainCommand.class, KeysCommand.class})
public final class Main implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /** Ends the process with the status of the command. */
    public static void main(String[] args) {
        OptionalInt relaunched = Relaunch.run(args);
        System.exit(relaunched.isPresent() ? relaunched.getAsInt() : run(utf8(System.out), utf8(System.err), args));
    }

    /** Reports are UTF-8 whatever the platform thinks of its standard output. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** Runs a command and gives its exit status. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setOut(out).setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler((problem, arguments) -> {
            err.println(problem.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
            err.println(
                    Messages.seeHelp(problem.getCommandLine().getCommandSpec().qualifiedName()));
            return ExitStatus.USAGE;
        });
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof UsageException) {
                err.println(problem.getMessage());
                err.flush();
                return ExitStatus.USAGE;
            }
            if (problem instanceof UnreachableException) {
                err.println(problem.getMessage());
                err.flush();
                return ExitStatus.INCOMPLETE;
            }
            err.println(Messages.internal(problem));
            err.flush();
            return ExitStatus.INCOMPLETE;
        });
        int status = commandLine.execute(args);
        // A full disk or a closed pipe: a PrintWriter keeps its errors to itself, and an answer that is lost is no
        // success.
        boolean lost = out.checkError();
        if (lost) {
            err.println(Messages.OUTPUT_LOST);
        }
        err.flush();
        return lost && status == ExitStatus.NOTHING_TO_STOP_FOR ? ExitStatus.INCOMPLETE : status;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), Messages.NO_COMMAND);
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Keywright " + number()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
