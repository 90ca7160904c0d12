package dev.sandshell.intellij.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.intellij.core.server.Failures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a process is given to read: it is sent in its order, one request after the other, and what comes meanwhile goes
 * together. Any thread may write, and none waits. At most {@value #MOST} bytes wait to be sent; more are refused.
 */
final class ProcessInput extends OutputStream {
    private static final int MOST = 1 << 20;

    /** Sends some of it, which may fail. */
    @FunctionalInterface
    interface Sending {
        CompletableFuture<?> send(byte[] bytes, boolean isLast);
    }

    private final Sending sending;

    @GuardedBy("this")
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    /** Whether it can be sent at all now. */
    @GuardedBy("this")
    private boolean isOpen;

    @GuardedBy("this")
    private boolean isSending;

    @GuardedBy("this")
    private boolean isClosed;

    /** What has been sent ends with the end. */
    @GuardedBy("this")
    private boolean isOver;

    @GuardedBy("this")
    private @Nullable String problem;

    ProcessInput(Sending sending) {
        this.sending = sending;
    }

    /** There is a process now that can have it. */
    void open() {
        synchronized (this) {
            isOpen = true;
        }
        sendOn();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (this) {
            if (isClosed) {
                throw new IOException("the input is closed");
            }
            if (problem != null) {
                throw new IOException(problem);
            }
            if (waiting.size() + length > MOST) {
                throw new IOException("so much was given that was not read that this was left out");
            }
            waiting.write(bytes, offset, length);
        }
        sendOn();
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        sendOn();
    }

    private void sendOn() {
        byte[] bytes;
        boolean isLast;
        synchronized (this) {
            boolean isNothing = waiting.size() == 0 && !isClosed;
            if (!isOpen || isSending || isOver || isNothing || problem != null) {
                return;
            }
            isSending = true;
            bytes = waiting.toByteArray();
            waiting.reset();
            isLast = isClosed;
            isOver = isLast;
        }
        CompletableFuture<?> unused = sending.send(bytes, isLast).whenComplete((done, failure) -> {
            synchronized (this) {
                isSending = false;
                if (failure != null) {
                    problem = Failures.messageOf(failure);
                }
            }
            sendOn();
        });
    }
}
