package dev.sandshell.shell;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.ShellTerminal;
import dev.sandshell.session.TerminalSize;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of one session over the restarts of its shell: each process has one of its own; the size, whether it is
 * read, and what is typed between two of them is kept here. Confined to the event loop.
 */
final class SessionTerminal implements ShellTerminal {
    private static final Logger LOG = Logger.getLogger(SessionTerminal.class.getName());

    /** Stands between a terminal that is used for something else as well and its users, in both directions. */
    interface Gate {
        void typed(byte[] bytes) throws RefusedException;

        void shown(byte[] bytes, int length);

        /** Whether the shell sets the terminal after a command itself; see {@link LineEditor#setsTerminal}. */
        boolean setsTerminal();
    }

    private final EventLoop loop;
    private final TypedKeys keys;
    private final Terminal.Sink outside;
    private TerminalSize size;
    private boolean isReading = true;
    private @Nullable Terminal current;
    private @Nullable TerminalTurn requesting;
    private @Nullable TerminalTurn owner;
    private @Nullable Gate gate;

    /**
     * Has no terminal yet.
     *
     * @param keys what waits to be typed, also between two processes
     * @param outside told what the terminals show while no command runs on them
     */
    SessionTerminal(EventLoop loop, TerminalSize size, TypedKeys keys, Terminal.Sink outside) {
        this.loop = loop;
        this.size = size;
        this.keys = keys;
        this.outside = outside;
    }

    /** Everything goes through this from now on, or straight on without one. */
    void passThrough(@Nullable Gate newGate) {
        gate = newGate;
    }

    /** To who looks at it, whatever runs. */
    void deliverOutside(byte[] bytes, int length) {
        outside.bytes(bytes, length);
    }

    TerminalSize size() {
        return size;
    }

    /** A process with a terminal has begun. */
    void begin(Terminal terminal) throws PosixException {
        current = terminal;
        readAsOwnerWants();
        terminal.serve(loop, this::shown, keys);
        // It was made with the size of back then.
        terminal.resize(size);
        terminal.flush();
    }

    /** That process has ended; its terminal is closed by whoever made it. */
    void end() {
        current = null;
    }

    @Override
    public void input(byte[] bytes) throws RefusedException {
        if (gate == null) {
            type(bytes);
        } else {
            gate.typed(bytes);
        }
    }

    /** Types at once. */
    void type(byte[] bytes) throws RefusedException {
        keys.add(bytes);
        if (current != null) {
            if (owner != null) {
                owner.typed();
            }
            current.flush();
        }
    }

    @Override
    public void resize(TerminalSize newSize) {
        size = newSize;
        if (current != null) {
            try {
                current.resize(newSize);
            } catch (PosixException e) {
                LOG.log(Level.WARNING, "a terminal could not be resized", e);
            }
        }
    }

    @Override
    public void setReading(boolean reading) {
        isReading = reading;
        readAsOwnerWants();
    }

    /** Delivers what it shows by now, unless whoever gets it takes nothing. */
    void readNow() {
        if (current != null && isRead()) {
            current.readChunk();
        }
    }

    /** Delivers all that it has shown by now, whoever gets it. */
    void readRest() {
        if (current != null) {
            current.readRest();
        }
    }

    // ---- commands that run on it

    /** The terminal of now, or null between two processes. */
    @Nullable
    Terminal current() {
        return current;
    }

    /** A command is to have it: at once, or when whoever stands between says that its turn has come. */
    void request(TerminalTurn turn) throws PosixException {
        if (gate == null) {
            turn.take();
        } else {
            requesting = turn;
        }
    }

    /** The command that is to have it next, which is not asked about again. */
    @Nullable
    TerminalTurn takeRequest() {
        TerminalTurn next = requesting;
        requesting = null;
        return next;
    }

    /** What it shows from now on is this command's. */
    void give(TerminalTurn turn) {
        owner = turn;
        readAsOwnerWants();
    }

    /** Whether the shell sets it after a command, from how the command has left it. */
    boolean isSetByShell() {
        return gate != null && gate.setsTerminal();
    }

    /** What it shows from now on is nobody's. */
    void takeBack(TerminalTurn turn) {
        if (requesting == turn) {
            requesting = null;
        }
        if (owner == turn) {
            owner = null;
            readAsOwnerWants();
        }
    }

    /** Whoever gets what it shows says whether it is read. */
    void readAsOwnerWants() {
        if (current != null) {
            current.setReading(isRead());
        }
    }

    private boolean isRead() {
        return owner == null ? isReading : owner.isReading();
    }

    private void shown(byte[] bytes, int length) {
        if (gate == null) {
            deliver(bytes, length);
        } else {
            gate.shown(bytes, length);
        }
    }

    /** To the command that has the terminal, or to who looks at it. */
    void deliver(byte[] bytes, int length) {
        if (owner == null) {
            outside.bytes(bytes, length);
        } else {
            owner.shown(bytes, length);
        }
    }
}
