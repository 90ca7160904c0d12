package dev.sandshell.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code sandshell exec} was asked for.
 *
 * @param timeout of each command
 * @param isJson whether results are printed instead of output
 * @param cwd where the session begins; absolute
 * @param env variables of the session
 * @param forwardsStdin whether the last command gets our standard input
 */
record ExecOptions(
        String session,
        @Nullable Duration timeout,
        boolean isJson,
        @Nullable String cwd,
        ImmutableMap<String, String> env,
        @Nullable String shell,
        boolean forwardsStdin,
        ImmutableList<String> commands) {

    /** Adds the options and operands. */
    static void declare(CommandSpec spec) {
        spec.addOption(Subcommand.option("TIME", "Stop a command that runs longer: 500ms, 10s, 2m, 1h.", "--timeout")
                .type(Duration.class)
                .converters(new DurationConverter())
                .build());
        spec.addOption(
                Subcommand.flag("Print one line of JSON a command, its result, instead of its output.", "--json"));
        spec.addOption(Subcommand.option("DIR", "Begin there.", "--cwd")
                .type(Path.class)
                .build());
        spec.addOption(Subcommand.option("NAME=VALUE", "With this variable set; may be given more than once.", "--env")
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .build());
        spec.addOption(Subcommand.option("NAME", "bash (the default), zsh, sh, or a path.", "--shell")
                .build());
        spec.addOption(
                Subcommand.option("ID", "The session's name.", "--session").build());
        spec.addOption(Subcommand.flag(
                "Give standard input to the last command; otherwise commands have none.", "-i", "--stdin"));
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("COMMAND")
                .description("Anything that the shell takes; after --, also what begins with a dash.")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
    }

    static ExecOptions of(ParseResult given) {
        Path folder = given.matchedOptionValue("--cwd", (Path) null);
        return new ExecOptions(
                given.matchedOptionValue("--session", "default"),
                given.matchedOptionValue("--timeout", (Duration) null),
                given.hasMatchedOption("--json"),
                folder == null ? null : folder.toAbsolutePath().toString(),
                ImmutableMap.copyOf(given.matchedOptionValue("--env", Map.<String, String>of())),
                given.matchedOptionValue("--shell", (String) null),
                given.hasMatchedOption("--stdin"),
                ImmutableList.copyOf(given.matchedPositionalValue(0, List.<String>of())));
    }
}
