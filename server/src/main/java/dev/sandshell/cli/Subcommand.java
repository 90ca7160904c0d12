package dev.sandshell.cli;

import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** One of the commands of {@code sandshell}. Made for one run, on the main thread. */
interface Subcommand {
    /** Its name, its options and operands, and what its help says. */
    CommandSpec spec();

    /**
     * Does it; the exit code.
     *
     * @throws IOException what is said of it is for the person at the terminal
     */
    int run(ParseResult given) throws IOException;

    /** An option that takes no value. */
    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** An option with a value. */
    static OptionSpec.Builder option(String label, String description, String... names) {
        return OptionSpec.builder(names).paramLabel(label).type(String.class).description(description);
    }

    /** How long a daemon stays that nobody needs. */
    static OptionSpec idleTimeout() {
        return option(
                        "TIME",
                        "A daemon that is started ends after so long without a client and a session; 60s.",
                        "--idle-timeout")
                .type(Duration.class)
                .converters(new DurationConverter())
                .build();
    }

    /** A command to build on; what it does is said in its help, in short also in the list of all commands. */
    static CommandSpec command(String name, String summary, String... description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .header(summary)
                .synopsisHeading("%nUsage: ")
                .description(description)
                .descriptionHeading(description.length == 0 ? "" : "%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
        return spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Say this.")
                .build());
    }
}
