package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.ShellEnd;
import dev.sandshell.session.TypedCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The channel that was asked for, until a shell cannot be started that way: its start-up files end it, replace it, or never
 * come to an end. From then on the quiet channel, without those files. Confined to the event loop.
 */
final class ChannelWithFallback implements Channel {
    private static final Logger LOG = Logger.getLogger(ChannelWithFallback.class.getName());

    private final Dialect dialect;
    private final SessionFolder folder;
    private final SessionTerminal terminal;
    /** Changed on the event loop alone; {@link #withoutHooks} may be called from any thread. */
    private volatile Channel channel;

    private boolean hasFallenBack;
    private boolean hasReadFiles;

    /**
     * The channel that a session's shell is to be driven through.
     *
     * @param whenTyped told of what people have run at the prompt
     * @param readReports has the channel told of all that the shell has reported by now
     * @param replaceShell ends a shell that cannot be reached any more
     */
    static ChannelWithFallback open(
            ShellRecipe recipe,
            Scheduler scheduler,
            SessionFolder folder,
            ControlLines lines,
            SessionTerminal terminal,
            Consumer<TypedCommand> whenTyped,
            Runnable readReports,
            Runnable replaceShell)
            throws PosixException {
        Optional<LineEditor> editor = recipe.lineEditor(folder, lines);
        Channel first = editor.isPresent()
                ? new PromptChannel(
                        scheduler,
                        editor.get(),
                        lines,
                        folder,
                        terminal,
                        recipe.nonce(),
                        whenTyped,
                        readReports,
                        replaceShell)
                : new QuietChannel(recipe.dialect(), folder);
        return new ChannelWithFallback(recipe.dialect(), folder, terminal, first);
    }

    private ChannelWithFallback(Dialect dialect, SessionFolder folder, SessionTerminal terminal, Channel first) {
        this.dialect = dialect;
        this.folder = folder;
        this.terminal = terminal;
        channel = first;
    }

    /**
     * Goes over to the quiet channel without start-up files, once.
     *
     * @return whether another start is worth a try
     */
    boolean fallBack() {
        boolean isQuiet = channel instanceof QuietChannel;
        if (hasFallenBack || (isQuiet && !hasReadFiles)) {
            return false;
        }
        hasFallenBack = true;
        if (isQuiet) {
            LOG.log(Level.WARNING, "{0} has ended on its start-up files; it begins without them", dialect.name());
            return true;
        }
        try {
            Channel quiet = new QuietChannel(dialect, folder);
            channel.close();
            terminal.passThrough(null);
            channel = quiet;
            LOG.log(
                    Level.WARNING,
                    "{0} did not come to a prompt with its start-up files; the session goes on without them, and nobody can"
                            + " type in it",
                    dialect.name());
            return true;
        } catch (PosixException e) {
            LOG.log(Level.WARNING, "there is no other way to start the shell either", e);
            return false;
        }
    }

    @Override
    public Launch launch(boolean readsUserFiles) throws PosixException {
        hasReadFiles = readsUserFiles && !hasFallenBack;
        return channel.launch(hasReadFiles);
    }

    @Override
    public void begin(ShellProcess shell) {
        channel.begin(shell);
    }

    @Override
    public void send(String lines) throws PosixException {
        channel.send(lines);
    }

    @Override
    public void ask(String lines, String report, long number) throws PosixException {
        channel.ask(lines, report, number);
    }

    @Override
    public void interrupting() {
        channel.interrupting();
    }

    @Override
    public boolean isLeftBehind(int group) {
        return channel.isLeftBehind(group);
    }

    @Override
    public boolean withdraw(long number) {
        return channel.withdraw(number);
    }

    @Override
    public void commandFollows() {
        channel.commandFollows();
    }

    @Override
    public boolean isAllTaken() {
        return channel.isAllTaken();
    }

    @Override
    public boolean isAtTopLevel(int shell) {
        return channel.isAtTopLevel(shell);
    }

    @Override
    public boolean isWaiting(int shell) {
        return channel.isWaiting(shell);
    }

    @Override
    public void told(ReportParser.Kind kind, long number, List<String> fields) {
        channel.told(kind, number, fields);
    }

    @Override
    public boolean prompts() {
        return channel.prompts();
    }

    @Override
    public boolean unwindsBeforeExitTrap() {
        return channel.unwindsBeforeExitTrap();
    }

    @Override
    public String initialization(boolean readsUserFiles) {
        return channel.initialization(readsUserFiles);
    }

    @Override
    public String afterState() {
        return channel.afterState();
    }

    @Override
    public String beforeExit() {
        return channel.beforeExit();
    }

    @Override
    public void ended(ShellEnd end) {
        channel.ended(end);
    }

    @Override
    public String withoutHooks(String state) {
        return channel.withoutHooks(state);
    }

    @Override
    public void forget(boolean keepsKeys) {
        channel.forget(keepsKeys);
    }

    @Override
    public void close() {
        channel.close();
    }
}
