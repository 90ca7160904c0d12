package dev.sandshell.shell;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.Signal;
import dev.sandshell.session.CommandSpec;
import dev.sandshell.session.RunningCommand;
import dev.sandshell.session.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One command in its slot, from its start until nothing holds its streams. Confined to the event loop.
 *
 * <p>The order of what it tells is fixed: all output of the shell's own processes, the end of streams that nobody holds,
 * {@code finished}, what is still to come from others, {@code closed}.
 */
final class SlotCommand implements RunningCommand {
    private final LiveShell shell;
    private final StreamSlot slot;
    private final CommandSpec spec;
    private final Listener listener;
    private final CommandProcesses processes;
    private final List<CommandStream> streams = new ArrayList<>();
    private @Nullable InputWriter input;
    private @Nullable InputWatch inputWatch;
    private @Nullable Runnable whenSettled;
    private int toSettle;
    private int open;
    private boolean isSettling;
    private boolean isReported;
    private boolean isClosed;
    private List<Entry> marked = List.of();

    SlotCommand(LiveShell shell, StreamSlot slot, CommandSpec spec, Listener listener, CommandProcesses processes) {
        this.shell = shell;
        this.slot = slot;
        this.spec = spec;
        this.listener = listener;
        this.processes = processes;
    }

    void begin() throws PosixException {
        if (spec.isOnTerminal()) {
            Terminal terminal = shell.terminal().current();
            if (terminal == null) {
                throw new IllegalStateException("a command began in a shell without a process");
            }
            slot.runOn(terminal.path());
            beginStream(
                    StreamName.TERMINAL,
                    new TerminalTurn(shell.surroundings().loop(), shell.terminal(), terminal, this::noteActivity));
            watchInput(new TerminalInput(terminal, processes));
        } else {
            slot.runOn(null);
            beginStream(StreamName.STDOUT, slot.stdout());
            beginStream(StreamName.STDERR, slot.stderr());
        }
        if (spec.keepsStdinOpen()) {
            InputWriter writer = new InputWriter(
                    shell.surroundings().loop(),
                    slot.stdinFifo(),
                    shell.surroundings().limits().memory().inputPerCommand(),
                    shell.surroundings().inputBudget());
            input = writer;
            if (spec.stdin() != null) {
                writer.begin(spec.stdin());
            }
            watchInput(new OpenInput(slot, writer, processes));
        }
    }

    private void beginStream(StreamName name, CommandStream stream) throws PosixException {
        streams.add(stream);
        toSettle++;
        open++;
        stream.begin(new Sink(name));
    }

    CommandSpec spec() {
        return spec;
    }

    StreamSlot slot() {
        return slot;
    }

    Listener listener() {
        return listener;
    }

    CommandProcesses processes() {
        return processes;
    }

    void inputOpened() {
        if (input != null) {
            input.opened();
        }
    }

    /** The shell's part is over: delivers what its processes have written, then goes on with {@code then}. */
    void settle(Runnable then) {
        if (isClosed) {
            then.run();
            return;
        }
        endInputWatch();
        listener.reported();
        // What it has shown on the terminal comes before its outcome too.
        shell.terminal().readNow();
        whenSettled = then;
        isSettling = true;
        streams.forEach(CommandStream::settle);
        isSettling = false;
        goOnIfSettled();
    }

    private void goOnIfSettled() {
        Runnable then = whenSettled;
        if (toSettle == 0 && then != null && !isSettling) {
            whenSettled = null;
            then.run();
            isReported = true;
            closeIfDone();
        }
    }

    private void closeIfDone() {
        if (open == 0 && isReported && !isClosed) {
            isClosed = true;
            closeInputWriter();
            shell.giveBack(this);
            listener.closed();
        }
    }

    /** Gives up on it: the session ends. Nothing more is told. */
    void abandon() {
        isClosed = true;
        endInputWatch();
        streams.forEach(CommandStream::abandon);
        closeInputWriter();
    }

    void closeInputWriter() {
        if (input != null) {
            input.close();
        }
    }

    @Override
    public void stop(Stop how) {
        switch (how) {
            case INTERRUPT -> shell.signal(this, Signal.SIGINT, false);
            case TERMINATE -> shell.signal(this, Signal.SIGTERM, false);
            case KILL -> shell.signal(this, Signal.SIGKILL, false);
            case KILL_WITH_SHELL -> shell.signal(this, Signal.SIGKILL, true);
        }
    }

    @Override
    public void markTree(Runnable then) {
        shell.members(this, found -> {
            marked = found;
            then.run();
        });
    }

    @Override
    public void killMarked() {
        List<Entry> found = marked;
        if (!found.isEmpty()) {
            shell.surroundings().workers().execute(() -> SessionProcesses.killIfThere(found));
        }
    }

    @Override
    public void signal(String name) {
        Signal.named(name).ifPresent(signal -> shell.signal(this, signal, false));
    }

    @Override
    public void write(byte[] bytes, Consumer<Written> done) {
        if (spec.isOnTerminal() && !isClosed) {
            type(bytes, done);
        } else if (input == null || isClosed) {
            done.accept(Written.NOBODY_READS);
        } else {
            noteActivity();
            input.write(bytes, done);
        }
    }

    private void type(byte[] bytes, Consumer<Written> done) {
        try {
            shell.terminal().input(bytes);
            done.accept(Written.ACCEPTED);
        } catch (RefusedException full) {
            done.accept(Written.TOO_MUCH_PENDING);
        }
    }

    private void watchInput(InputWatch.Source source) {
        inputWatch = new InputWatch(
                shell.surroundings().loop(), shell.surroundings().workers(), source, listener::inputRequired);
        inputWatch.begin();
    }

    private void noteActivity() {
        if (inputWatch != null) {
            inputWatch.active();
        }
    }

    private void endInputWatch() {
        if (inputWatch != null) {
            inputWatch.end();
        }
    }

    @Override
    public void closeInput() {
        endInputWatch();
        if (input != null) {
            input.finish();
        }
    }

    @Override
    public void setReading(boolean isReading) {
        if (!isClosed) {
            streams.forEach(stream -> stream.setReading(isReading));
        }
    }

    private final class Sink implements CommandStream.Sink {
        private final StreamName name;

        Sink(StreamName name) {
            this.name = name;
        }

        @Override
        public void bytes(byte[] bytes, int length) {
            noteActivity();
            listener.output(name, bytes, length);
        }

        @Override
        public void settled() {
            toSettle--;
            if (!isSettling) {
                // An end that is known by now belongs before it; that is told on the way back from here.
                shell.surroundings().loop().execute(SlotCommand.this::goOnIfSettled);
            }
        }

        @Override
        public void ended() {
            open--;
            listener.streamEnded(name);
            closeIfDone();
        }
    }
}
