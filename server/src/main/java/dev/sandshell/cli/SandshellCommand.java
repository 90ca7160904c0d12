package dev.sandshell.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command {@code sandshell}, which only has subcommands. Called once, on the main thread. */
public final class SandshellCommand {
    /** As {@code env}, {@code nohup} and {@code docker run} say that they, and not the command, failed. */
    static final int OWN_FAILURE = 125;

    private static final int USAGE = 2;

    private static final String HELP = """
            Usage: sandshell COMMAND [OPTION]... [ARGUMENT]...

            Persistent shells for editors and tools, with exact results.

            Commands:
              exec    run commands, one after the other, in one shell
              serve   serve one client: LSP framing, JSON-RPC 2.0
              doctor  check what Sandshell needs of this machine
              schema  print the JSON Schema of the protocol

            Options:
              -h, --help     say this, or what a command does: sandshell exec --help
              -V, --version  say the version

            Example:
              sandshell exec 'cd /tmp' 'name=world' 'echo "hello $name from $PWD"'
            """;

    private SandshellCommand() {}

    /** Runs a command line; the exit code. */
    public static int run(Services services, String... words) {
        try {
            if (words.length == 0) {
                print(services.stderr(), HELP);
                return USAGE;
            }
            return switch (words[0]) {
                case "-h", "--help", "help" -> help(services, words);
                case "-V", "--version" -> {
                    print(services.stdout(), "sandshell " + services.version() + "\n");
                    yield 0;
                }
                default -> subcommand(services, words);
            };
        } catch (IOException e) {
            // Nobody reads what we say.
            return 1;
        }
    }

    private static int help(Services services, String[] words) throws IOException {
        Subcommand command = words.length > 1 ? find(services, words[1]) : null;
        print(services.stdout(), command == null ? HELP : command.help());
        return 0;
    }

    private static int subcommand(Services services, String[] words) throws IOException {
        Subcommand command = find(services, words[0]);
        if (command == null) {
            complain(services, "there is no command " + words[0] + "\nTry: sandshell --help");
            return USAGE;
        }
        try {
            List<String> rest = Arrays.asList(words).subList(1, words.length);
            Arguments arguments = Arguments.parse(rest, Set.copyOf(command.flags()), Set.copyOf(command.valued()));
            if (arguments.has(Arguments.HELP)) {
                print(services.stdout(), command.help());
                return 0;
            }
            return command.run(arguments);
        } catch (UsageException e) {
            complain(services, e.getMessage() + "\nTry: sandshell " + words[0] + " --help");
            return USAGE;
        } catch (IOException e) {
            complain(services, e.getMessage() == null ? e.toString() : e.getMessage());
            return OWN_FAILURE;
        }
    }

    private static @Nullable Subcommand find(Services services, String name) {
        return switch (name) {
            case "serve" -> new ServeCommand(services);
            case "exec" -> new ExecCommand(services);
            case "doctor" -> new DoctorCommand(services);
            case "schema" -> new SchemaCommand(services);
            default -> null;
        };
    }

    private static void complain(Services services, String message) throws IOException {
        print(services.stderr(), "sandshell: " + message + "\n");
    }

    static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
