package dev.sandshell.cli;

import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionChangedNotification;
import dev.sandshell.protocol.ShellExit;
import dev.sandshell.terminal.ScreenModes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Shows what a session's terminal shows, and learns of the end of its shell. The server's messages come on the thread that
 * reads them: while our own terminal takes nothing that thread waits, and in the end so does the session. Any thread may
 * ask.
 *
 * <p>A program that asks for input shows that itself.
 */
final class Screen implements SandboxClient {
    /** Of a terminal in raw mode. */
    private static final byte[] NEW_LINE = {'\r', '\n'};

    private final String session;
    private final OutputStream out;
    private final ScreenModes modes = new ScreenModes();
    private final CompletableFuture<ShellExit> shellEnded = new CompletableFuture<>();
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private final OutputStream notes;
    private final Runnable beforeFirst;
    private boolean isGreeted;
    private boolean isLeft;
    private boolean isLeftWithShell;
    private int restarts;
    private byte last = '\n';

    /**
     * @param out what the session shows
     * @param notes what we ourselves say, which nothing of the session comes before
     * @param beforeFirst gets our own terminal ready, before anything is shown that asks for a key
     */
    Screen(String session, OutputStream out, OutputStream notes, Runnable beforeFirst) {
        this.session = session;
        this.out = out;
        this.notes = notes;
        this.beforeFirst = beforeFirst;
    }

    /** Says what this is, unless the session was faster. */
    synchronized void greet() {
        if (!isGreeted) {
            isGreeted = true;
            beforeFirst.run();
            try {
                SandshellCommand.print(notes, "sandshell: on session " + session + "; Ctrl-] leaves\r\n");
            } catch (IOException e) {
                broken.complete(null);
            }
        }
    }

    /** The session is as it is here, and what happens from now on counts. */
    synchronized void begin(Session session) {
        restarts = session.restarts();
    }

    /** Completes when the session's shell has ended, with how; what the next one shows is not shown here. */
    synchronized CompletableFuture<ShellExit> untilShellEnds() {
        isLeftWithShell = true;
        return shellEnded;
    }

    /** Completes when our own terminal is gone. */
    CompletableFuture<Void> broken() {
        return broken;
    }

    /** Shows nothing more, and takes back what programs have made of our terminal and still use. */
    synchronized void leave() {
        if (!isLeft) {
            show(undo());
            isLeft = true;
        }
    }

    /** The same while they go on: what comes next here gets a line of its own. */
    synchronized void leaveInTheMidst() {
        boolean isWithinLine = last != '\n' && !modes.isOnOtherScreen();
        show(undo());
        if (isWithinLine) {
            show(NEW_LINE);
        }
        isLeft = true;
    }

    private byte[] undo() {
        String undo = modes.isStyled() ? modes.undo() + "\033[0m" : modes.undo();
        return undo.getBytes(StandardCharsets.US_ASCII);
    }

    synchronized void show(byte[] bytes) {
        if (isLeft || bytes.length == 0) {
            return;
        }
        greet();
        last = bytes[bytes.length - 1];
        try {
            out.write(bytes);
            out.flush();
            // What it looks for is ASCII, and no byte of another character is.
            modes.shown(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            broken.complete(null);
        }
    }

    @Override
    public void execOutput(ExecOutputNotification params) {
        if (params.stream().equals("terminal") && params.sessionId().equals(session)) {
            show(params.bytes());
        }
    }

    @Override
    public synchronized void sessionChanged(SessionChangedNotification params) {
        Session changed = params.session();
        if (changed.sessionId().equals(session) && changed.lastExit() != null && changed.restarts() > restarts) {
            if (isLeftWithShell) {
                leave();
            }
            shellEnded.complete(changed.lastExit());
        }
    }
}
