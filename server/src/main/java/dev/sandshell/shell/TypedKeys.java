package dev.sandshell.shell;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** What was typed and the terminal has not taken yet, up to a bound. Confined to the event loop. */
final class TypedKeys {
    private static final int PIECE = 4 * 1024;

    private final long most;
    private final ByteBudget budget;
    private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
    private final NativeBuffer buffer = NativeBuffer.allocate(PIECE);
    private long waitingBytes;

    /**
     * @param most how many bytes may wait here; to the first that comes nothing is too much
     * @param budget how many may wait for all sessions together
     */
    TypedKeys(long most, ByteBudget budget) {
        this.most = most;
        this.budget = budget;
    }

    /**
     * Takes all of it in.
     *
     * @throws RefusedException where it does not fit; nothing is taken then
     */
    void add(byte[] bytes) throws RefusedException {
        if (bytes.length == 0) {
            return;
        }
        if ((waitingBytes > 0 && waitingBytes + bytes.length > most) || !budget.tryTake(bytes.length)) {
            throw new RefusedException(
                    RefusalCode.QUEUE_FULL, "the terminal has too much unread input waiting; type again later");
        }
        waitingBytes += bytes.length;
        waiting.add(ByteBuffer.wrap(bytes));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Types what the terminal takes now. */
    void flushTo(Descriptor terminal) {
        ByteBuffer next;
        while ((next = waiting.peek()) != null) {
            int piece = Math.min(PIECE, next.remaining());
            buffer.bytes().clear().put(next.slice().limit(piece)).flip();
            int count;
            try {
                count = terminal.write(buffer);
            } catch (PosixException nobodyHasItOpen) {
                forget();
                return;
            }
            if (count <= 0) {
                return;
            }
            next.position(next.position() + count);
            taken(count);
            if (!next.hasRemaining()) {
                waiting.remove();
            }
        }
    }

    private void taken(long bytes) {
        waitingBytes -= bytes;
        budget.giveBack(bytes);
    }

    /** Whoever it was for is gone. */
    void forget() {
        waiting.clear();
        taken(waitingBytes);
    }
}
