package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A shell that does nothing by itself: the test says when it is ready, what its commands print and how they end. It keeps
 * what was asked of it. Confined to the test's thread.
 */
final class FakeShell implements Shell {
    /** A wait for an answer about the environment. */
    record PendingChange(ImmutableMap<String, Optional<String>> changes, Consumer<Optional<String>> done) {}

    final List<FakeCommand> commands = new ArrayList<>();
    final List<PendingChange> changes = new ArrayList<>();
    final List<Consumer<ImmutableMap<String, String>>> reads = new ArrayList<>();

    final List<Consumer<ShellState>> stateReads = new ArrayList<>();

    /** What was typed on its terminal. */
    final ByteArrayOutputStream typed = new ByteArrayOutputStream();

    /** What it says of its state. */
    @Nullable
    StateSource lastState;

    final List<TerminalSize> sizes = new ArrayList<>();

    /** Whether each start was to restore the state. */
    final List<Boolean> starts = new ArrayList<>();

    private final Listener listener;
    private boolean isRunning;
    private boolean isStarting;
    private int kills;
    private boolean isTerminalRead = true;
    private @Nullable Runnable whenClosed;

    FakeShell(Listener listener) {
        this.listener = listener;
    }

    // ---- what the session asks

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public long pid() {
        return isRunning ? 4_711 + starts.size() : 0;
    }

    @Override
    public void start(boolean restoreState) {
        checkOpen();
        if (isRunning) {
            throw new IllegalStateException("it runs already");
        }
        isRunning = true;
        isStarting = true;
        starts.add(restoreState);
    }

    @Override
    public RunningCommand run(CommandSpec spec, RunningCommand.Listener commandListener) {
        checkOpen();
        checkIdle();
        FakeCommand command = new FakeCommand(spec, commandListener);
        commands.add(command);
        return command;
    }

    @Override
    public void changeEnvironment(
            ImmutableMap<String, Optional<String>> asked,
            Consumer<Optional<String>> done,
            Consumer<RefusedException> failed) {
        checkOpen();
        checkIdle();
        changes.add(new PendingChange(asked, done));
    }

    @Override
    public void readEnvironment(
            ImmutableList<String> names,
            Consumer<ImmutableMap<String, String>> done,
            Consumer<RefusedException> failed) {
        checkOpen();
        checkIdle();
        reads.add(done);
    }

    @Override
    public void readState(Consumer<ShellState> done, Consumer<RefusedException> failed) {
        checkOpen();
        checkIdle();
        stateReads.add(done);
    }

    @Override
    public void findFunction(String name, Consumer<Optional<FunctionPlace>> done, Consumer<RefusedException> failed) {
        checkOpen();
        checkIdle();
        done.accept(Optional.empty());
    }

    @Override
    public Optional<StateSource> lastState() {
        return Optional.ofNullable(lastState);
    }

    @Override
    public ShellTerminal terminal() {
        return new ShellTerminal() {
            @Override
            public void input(byte[] bytes) {
                checkOpen();
                typed.writeBytes(bytes);
            }

            @Override
            public void resize(TerminalSize newSize) {
                checkOpen();
                sizes.add(newSize);
            }

            @Override
            public void setReading(boolean isReading) {
                isTerminalRead = isReading;
            }
        };
    }

    @Override
    public void kill() {
        checkOpen();
        kills++;
    }

    @Override
    public void close(Runnable closed) {
        checkOpen();
        whenClosed = closed;
        isRunning = false;
    }

    private void checkOpen() {
        if (whenClosed != null) {
            throw new IllegalStateException("closed, and asked again");
        }
    }

    private void checkIdle() {
        if (!isRunning || isStarting) {
            throw new IllegalStateException("there is no process");
        }
        for (FakeCommand command : commands) {
            if (command.holdsShell()) {
                throw new IllegalStateException("asked for two things at a time");
            }
        }
    }

    // ---- what the test has it do

    void becomeReady() {
        isStarting = false;
        listener.ready("/home", starts.get(starts.size() - 1));
    }

    /** Whether the state came along is the test's to say. */
    void becomeReady(boolean isRestored) {
        isStarting = false;
        listener.ready("/home", isRestored);
    }

    void takeState(StateSource state) {
        lastState = state;
        listener.stateTaken();
    }

    void failToStart(RefusedException why) {
        isRunning = false;
        isStarting = false;
        listener.startFailed(why);
    }

    /** Its process ends; a command that it runs in the foreground has no process left, unless it holds its output. */
    void end(@Nullable Integer exitCode, @Nullable String signal) {
        isRunning = false;
        commands.forEach(FakeCommand::shellHasEnded);
        listener.ended(new ShellEnd(exitCode, signal));
    }

    void finishClosing() {
        if (whenClosed != null) {
            whenClosed.run();
        }
    }

    FakeCommand lastCommand() {
        return commands.get(commands.size() - 1);
    }

    boolean isRunning() {
        return isRunning;
    }

    /** Whether it has been started and has not answered yet. */
    boolean isStarting() {
        return isStarting;
    }

    boolean isClosed() {
        return whenClosed != null;
    }

    void show(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        listener.terminalOutput(bytes, bytes.length);
    }

    boolean isTerminalRead() {
        return isTerminalRead;
    }

    int kills() {
        return kills;
    }
}
