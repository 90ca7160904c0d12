package dev.sandshell.cli;

import dev.sandshell.protocol.SandboxServer;
import dev.sandshell.protocol.SessionInputParams;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sends what is typed to a session's terminal, piece by piece, until the key that leaves. Runs on a daemon thread of its
 * own, which may still wait for a key when the program ends.
 */
final class Keyboard implements Runnable {
    /** Ctrl-], as in telnet: no program of note has another use for it. */
    static final byte LEAVE = 0x1d;

    private static final byte[] BELL = {7};
    private static final int PIECE = 4 * 1024;

    private final SandboxServer server;
    private final String session;
    private final InputStream in;
    private final Screen screen;
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    private Keyboard(SandboxServer server, String session, InputStream in, Screen screen) {
        this.server = server;
        this.session = session;
        this.in = in;
        this.screen = screen;
    }

    /** Begins; completes when the key that leaves was pressed, or no key can come any more. */
    static CompletableFuture<Void> start(SandboxServer server, String session, InputStream in, Screen screen) {
        Keyboard keyboard = new Keyboard(server, session, in, screen);
        Thread thread = new Thread(keyboard, "keyboard");
        thread.setDaemon(true);
        thread.start();
        return keyboard.left;
    }

    @Override
    public void run() {
        byte[] piece = new byte[PIECE];
        try {
            int count;
            while ((count = in.read(piece)) >= 0) {
                int leave = leaveKey(piece, count);
                send(Arrays.copyOf(piece, leave < 0 ? count : leave));
                if (leave >= 0) {
                    break;
                }
            }
        } catch (IOException e) {
            // A terminal that hangs up has no more keys.
        }
        left.complete(null);
    }

    private static int leaveKey(byte[] keys, int count) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == LEAVE) {
                return i;
            }
        }
        return -1;
    }

    private void send(byte[] keys) {
        if (keys.length == 0) {
            return;
        }
        String data = Base64.getEncoder().encodeToString(keys);
        try {
            server.input(new SessionInputParams(session, null, data)).join();
        } catch (CompletionException | CancellationException e) {
            // More than a megabyte that no program reads: said as a terminal says it.
            screen.show(BELL);
        }
    }
}
