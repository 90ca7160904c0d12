package dev.sandshell.cli;

import dev.sandshell.protocol.ExecWriteParams;
import dev.sandshell.protocol.SandboxServer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/**
 * Gives our standard input to one command, piece by piece: the next is read when the command has taken the one before.
 * Runs on a daemon thread of its own, which may still wait for input when the program ends.
 */
final class InputForwarder implements Runnable {
    private static final int PIECE = 32 * 1024;

    private final SandboxServer server;
    private final String execId;
    private final InputStream in;

    private InputForwarder(SandboxServer server, String execId, InputStream in) {
        this.server = server;
        this.execId = execId;
        this.in = in;
    }

    /** Begins; the command must run already. */
    static void start(SandboxServer server, String execId, InputStream in) {
        Thread thread = new Thread(new InputForwarder(server, execId, in), "stdin-forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        byte[] piece = new byte[PIECE];
        try {
            int count;
            while ((count = in.read(piece)) >= 0) {
                String data = Base64.getEncoder().encodeToString(Arrays.copyOf(piece, count));
                server.write(new ExecWriteParams(execId, null, data, null)).join();
            }
        } catch (IOException e) {
            // What cannot be read has ended.
        } catch (CompletionException | CancellationException e) {
            // The command has ended, or reads no more; so do we.
            return;
        }
        var unused = server.write(new ExecWriteParams(execId, null, null, true));
    }
}
