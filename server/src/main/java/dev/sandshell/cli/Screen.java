package dev.sandshell.cli;

import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionChangedNotification;
import dev.sandshell.protocol.ShellExit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * Shows what a session's terminal shows, and learns of the end of its shell. The server's messages come on the thread that
 * reads them: while our own terminal takes nothing that thread waits, and in the end so does the session. Any thread may
 * ask.
 *
 * <p>A program that asks for input shows that itself.
 */
final class Screen implements SandboxClient {
    private final String session;
    private final OutputStream out;
    private final ScreenModes modes = new ScreenModes();
    private final CompletableFuture<ShellExit> shellEnded = new CompletableFuture<>();
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private boolean isLeft;

    Screen(String session, OutputStream out) {
        this.session = session;
        this.out = out;
    }

    /** Completes when the session's shell has ended, with how. */
    CompletableFuture<ShellExit> shellEnded() {
        return shellEnded;
    }

    /** Completes when our own terminal is gone. */
    CompletableFuture<Void> broken() {
        return broken;
    }

    /** Shows nothing more, and takes back the modes that programs are still using. */
    synchronized void leave() {
        if (!isLeft) {
            show(modes.undo());
            isLeft = true;
        }
    }

    synchronized void show(byte[] bytes) {
        if (isLeft) {
            return;
        }
        try {
            out.write(bytes);
            out.flush();
            modes.shown(bytes);
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
    public void sessionChanged(SessionChangedNotification params) {
        Session changed = params.session();
        if (changed.sessionId().equals(session) && changed.lastExit() != null) {
            shellEnded.complete(changed.lastExit());
        }
    }
}
