package dev.sandshell.shell;

import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.TerminalModes;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The terminal while one command runs on it: what it shows from the beginning to the shell's report is the command's.
 * Confined to the event loop.
 *
 * <p>Where the command's part ends needs no mark: before a read of the master's side says that nothing is there, the
 * kernel takes over what it still has in its own queues; so what was written before the shell reported is read before
 * that answer. A program in the background that does not stop printing is cut off by a count of bytes instead.
 */
final class TerminalTurn implements CommandStream {
    private static final Logger LOG = Logger.getLogger(TerminalTurn.class.getName());

    /** More than the kernel holds of what has been printed and not read. */
    private static final int MOST_BEHIND = 256 * 1024;

    private final EventLoop loop;
    private final SessionTerminal session;
    private final Terminal terminal;
    private final Runnable whenTyped;
    private @Nullable Sink sink;
    private @Nullable TerminalModes modesBefore;
    private boolean isReading = true;
    private boolean isSettling;
    private int readSinceReport;

    /**
     * Has not begun yet.
     *
     * @param whenTyped told that a program may have got something to read
     */
    TerminalTurn(EventLoop loop, SessionTerminal session, Terminal terminal, Runnable whenTyped) {
        this.loop = loop;
        this.whenTyped = whenTyped;
        this.session = session;
        this.terminal = terminal;
    }

    /** Waits for the terminal, where that is still used for something else. */
    @Override
    public void begin(Sink next) throws PosixException {
        sink = next;
        session.request(this);
    }

    /** The terminal is the command's. */
    void take() throws PosixException {
        // What is there now is not.
        terminal.readRest();
        modesBefore = terminal.modes();
        // Whatever a shell thinks that they were: bash sets again what it saw when a program had ended well.
        terminal.setModes(terminal.freshModes());
        session.give(this);
    }

    /** Somebody types on it. */
    void typed() {
        whenTyped.run();
    }

    /** It shows something. */
    void shown(byte[] bytes, int length) {
        if (isSettling) {
            readSinceReport += length;
        }
        if (sink != null) {
            sink.bytes(bytes, length);
        }
    }

    boolean isReading() {
        return isReading;
    }

    @Override
    public void setReading(boolean reading) {
        isReading = reading;
        session.readAsOwnerWants();
        if (reading && isSettling) {
            loop.execute(this::readToEnd);
        }
    }

    @Override
    public void settle() {
        isSettling = true;
        restoreModes();
        readToEnd();
    }

    /** What a program that was killed has left behind, such as no echo, is not for the next one. */
    private void restoreModes() {
        if (modesBefore != null && terminal.isOpen()) {
            try {
                boolean isLeftAsNew = terminal.modes().equals(terminal.freshModes());
                if (!(isLeftAsNew && session.isSetByShell())) {
                    terminal.setModes(modesBefore);
                }
            } catch (PosixException e) {
                LOG.log(Level.WARNING, "the modes of a terminal could not be restored", e);
            }
        }
    }

    @Override
    public void abandon() {
        sink = null;
        session.takeBack(this);
    }

    private void readToEnd() {
        if (sink == null || (!isReading && terminal.isOpen())) {
            return;
        }
        boolean mayHaveMore = terminal.readChunk();
        if (mayHaveMore && readSinceReport < MOST_BEHIND) {
            loop.execute(this::readToEnd);
            return;
        }
        Sink done = sink;
        sink = null;
        session.takeBack(this);
        if (done != null) {
            done.settled();
            done.ended();
        }
    }
}
