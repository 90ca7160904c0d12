package dev.sandshell.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code sandshell}, which only has subcommands. */
@Command(
        name = "sandshell",
        description = "One persistent shell for every editor, with exact results.",
        mixinStandardHelpOptions = true,
        versionProvider = SandshellCommand.VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND")
public final class SandshellCommand {
    private SandshellCommand() {}

    /** Runs a command line; the exit code. */
    public static int run(Services services, String... arguments) {
        CommandLine root = new CommandLine(new SandshellCommand(), new Factory(services));
        root.addSubcommand(new ServeCommand(services));
        root.setOut(new PrintWriter(new OutputStreamWriter(services.stdout(), StandardCharsets.UTF_8), true));
        root.setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
        if (arguments.length == 0) {
            root.usage(root.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return root.execute(arguments);
    }

    private record Factory(Services services) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == VersionProvider.class
                    ? type.cast(new VersionProvider(services))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** Says the version of the program. */
    record VersionProvider(Services services) implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"sandshell " + services.version()};
        }
    }
}
