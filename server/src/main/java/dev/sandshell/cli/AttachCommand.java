package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code sandshell attach}: puts this terminal on a session of a server of its own. */
final class AttachCommand implements Subcommand {
    private final Services services;

    AttachCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Subcommand.command(
                "attach",
                "Puts this terminal on a session.",
                "Starts a session and puts this terminal on it: keys go to the session's terminal, and what that shows is"
                        + " shown here. Ctrl-] leaves; the session ends then.");
        spec.addOption(Subcommand.option("COMMAND", "Run this, and end with it.", "-c", "--command")
                .build());
        spec.addOption(Subcommand.option("NAME", "bash (the default), zsh, sh, or a path.", "--shell")
                .build());
        spec.addOption(
                Subcommand.option("HOW", "clean (the default), or user: with your own start-up files.", "--startup")
                        .build());
        spec.addOption(Subcommand.option("DIR", "Begin there.", "--cwd")
                .type(Path.class)
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("SESSION")
                .description("The session's name.")
                .arity("0..1")
                .type(String.class)
                .build());
        spec.usageMessage()
                .footer("%nExample:%n  sandshell attach -c 'vim notes.txt'")
                .exitCodeListHeading("%nExit code:%n")
                .exitCodeList(ImmutableMap.of(
                        "N", "The shell's, or COMMAND's.",
                        "128+N", "Signal N ended it.",
                        "0", "You have left.",
                        "125", "Sandshell could not do its part.",
                        "2", "The command line was not understood."));
        return spec;
    }

    @Override
    public int run(ParseResult given) throws IOException {
        Path folder = given.matchedOptionValue("--cwd", (Path) null);
        AttachRun.Wish wish = new AttachRun.Wish(
                given.matchedPositionalValue(0, "default"),
                given.matchedOptionValue("--command", (String) null),
                given.matchedOptionValue("--shell", (String) null),
                given.matchedOptionValue("--startup", (String) null),
                folder == null ? null : folder.toAbsolutePath().toString());
        // Before anything is started: a mistake is said at once.
        OwnTerminal terminal = services.ownTerminal();
        Screen screen = new Screen(wish.session(), services.stdout(), services.stderr(), terminal::makeRaw);
        try (ServerClient client = wish.command() == null
                ? ServerClient.startForTyping(services, screen)
                : ServerClient.start(services, screen)) {
            return new AttachRun(wish, terminal, client, screen, services).run();
        }
    }
}
