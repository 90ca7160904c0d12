package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code sandshell attach}: puts this terminal on a session, of the daemon or of a server of its own. */
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
                "Puts this terminal on a session of the daemon, which is made where it is not there, and the daemon started:"
                        + " keys go to the session's terminal, and what that shows is shown here. Ctrl-] leaves, and the"
                        + " session goes on; it ends with its shell.");
        spec.addOption(Subcommand.flag(
                "With a server for this alone, in place of the daemon; so it is with -c where no SESSION is named."
                        + " The session ends when you leave.",
                "--alone"));
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
                .description("The session's id; default where none is named.")
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
        String session = given.matchedPositionalValue(0, (String) null);
        // A command without a session has nothing to share.
        boolean isAlone = given.hasMatchedOption("--alone") || (session == null && given.hasMatchedOption("--command"));
        AttachRun.Wish wish = new AttachRun.Wish(
                session == null ? "default" : session,
                isAlone,
                given.matchedOptionValue("--command", (String) null),
                given.matchedOptionValue("--shell", (String) null),
                given.matchedOptionValue("--startup", (String) null),
                folder == null ? null : folder.toAbsolutePath().toString());
        // Before anything is started: a mistake is said at once.
        OwnTerminal terminal = services.ownTerminal();
        Screen screen = new Screen(wish.session(), services.stdout(), services.stderr(), terminal::makeRaw);
        try (ServerClient client = server(wish, screen)) {
            return new AttachRun(wish, terminal, client, screen, services).run();
        }
    }

    private ServerClient server(AttachRun.Wish wish, Screen screen) throws IOException {
        if (!wish.isAlone()) {
            return ServerClient.join(services.daemon().join(), screen);
        }
        return wish.command() == null
                ? ServerClient.startForTyping(services, screen)
                : ServerClient.start(services, screen);
    }
}
