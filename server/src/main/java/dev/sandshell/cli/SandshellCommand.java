package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command {@code sandshell}, which only has subcommands. Called once, on the main thread. */
public final class SandshellCommand {
    /** As {@code env}, {@code nohup} and {@code docker run} say that they, and not the command, failed. */
    static final int OWN_FAILURE = 125;

    static final String SHARED = "--shared";

    private static final int USAGE = 2;
    private static final int HELP_WIDTH = 100;

    private SandshellCommand() {}

    /** Runs a command line; the exit code. */
    public static int run(Services services, String... words) {
        try {
            if (isPlainServe(words)) {
                return services.serve(ServeOptions.plain(List.of(words).contains(SHARED)));
            }
            Map<String, Subcommand> subcommands = ImmutableMap.of(
                    "exec", new ExecCommand(services),
                    "attach", new AttachCommand(services),
                    "serve", new ServeCommand(services),
                    "sessions", new SessionsCommand(services),
                    "daemon", new DaemonCommand(services),
                    "history", new HistoryCommand(services),
                    "doctor", new DoctorCommand(services),
                    "schema", new SchemaCommand(services));
            return run(commandLine(services, subcommands), subcommands, words);
        } catch (IOException e) {
            complain(services, e.getMessage() == null ? e.toString() : e.getMessage());
            return OWN_FAILURE;
        }
    }

    /** What editors say, who wait for the answer: the parser would take a fifth of the whole start to load. */
    private static boolean isPlainServe(String... words) {
        return words.length > 0
                && words[0].equals("serve")
                && Stream.of(words).skip(1).allMatch(word -> word.equals("--stdio") || word.equals(SHARED));
    }

    private static int run(CommandLine line, Map<String, Subcommand> subcommands, String... words) throws IOException {
        if (words.length == 0) {
            line.usage(line.getErr());
            return USAGE;
        }
        try {
            ParseResult given = line.parseArgs(asOption(words));
            if (CommandLine.printHelpIfRequested(given)) {
                return 0;
            }
            ParseResult rest = given.subcommand();
            Subcommand subcommand =
                    rest == null ? null : subcommands.get(rest.commandSpec().name());
            if (subcommand == null) {
                throw new ParameterException(line, "Missing command");
            }
            return subcommand.run(rest);
        } catch (ParameterException e) {
            String command = e.getCommandLine().getCommandSpec().qualifiedName();
            line.getErr().println("sandshell: " + e.getMessage() + "\nTry: " + command + " --help");
            return USAGE;
        }
    }

    /** {@code help exec} is {@code exec --help}. */
    private static String[] asOption(String[] words) {
        return words[0].equals("help")
                ? Stream.concat(Arrays.stream(words).skip(1), Stream.of("--help"))
                        .toArray(String[]::new)
                : words;
    }

    private static CommandLine commandLine(Services services, Map<String, Subcommand> subcommands) {
        CommandSpec spec =
                Subcommand.command("sandshell", "Persistent shells for editors and tools, with exact results.");
        spec.version("sandshell " + services.version());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Say the version.")
                .build());
        spec.usageMessage()
                .commandListHeading("%nCommands:%n")
                .footer("%nExample:%n  sandshell exec 'cd /tmp' 'name=world' 'echo \"hello $name from $PWD\"'");
        subcommands.forEach((name, subcommand) -> spec.addSubcommand(name, subcommand.spec()));
        return new CommandLine(spec)
                .setOut(printer(services.stdout()))
                .setErr(printer(services.stderr()))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setOverwrittenOptionsAllowed(true)
                .setAllowOptionsAsOptionParameters(true)
                // A command is what it is, also where it begins with "@".
                .setExpandAtFiles(false);
    }

    private static PrintWriter printer(OutputStream out) {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    private static void complain(Services services, String message) {
        printer(services.stderr()).println("sandshell: " + message);
    }

    static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
