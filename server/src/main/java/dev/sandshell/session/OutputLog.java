package dev.sandshell.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The retained output of one session, so that a client can read again, or later, what it has missed.
 *
 * <p>Confined to the session's scheduler. Holds at most {@code maxBytes} and {@code maxChunks}: bytes guard against a few
 * huge chunks, the count against many tiny ones. The budget bounds all logs of the server together. When full it forgets
 * the oldest chunk and remembers, for each command, up to where, so that a reader can tell a gap from silence.
 */
final class OutputLog {
    /** Bounds the bytes of all logs of one server. Confined to the same scheduler as they are. */
    static final class Budget {
        private long free;

        Budget(long bytes) {
            free = bytes;
        }
    }

    private final long maxBytes;
    private final int maxChunks;
    private final Budget budget;
    private final ArrayDeque<OutputChunk> chunks = new ArrayDeque<>();
    private final Map<String, Long> forgottenUpTo = new HashMap<>();
    private long bytes;

    OutputLog(long maxBytes, int maxChunks, Budget budget) {
        this.maxBytes = maxBytes;
        this.maxChunks = maxChunks;
        this.budget = budget;
    }

    void append(OutputChunk chunk) {
        chunks.add(chunk);
        bytes += chunk.length();
        budget.free -= chunk.length();
        while (!chunks.isEmpty() && (bytes > maxBytes || chunks.size() > maxChunks || budget.free < 0)) {
            forgetOldest();
        }
    }

    /** The chunks of one command after a number, oldest first. */
    List<OutputChunk> after(String execId, long seq) {
        List<OutputChunk> found = new ArrayList<>();
        for (OutputChunk chunk : chunks) {
            if (chunk.seq() > seq && chunk.execId().equals(execId)) {
                found.add(chunk);
            }
        }
        return found;
    }

    /** Whether something of this command after the number is gone. */
    boolean hasForgottenAfter(String execId, long seq) {
        return forgottenUpTo.getOrDefault(execId, 0L) > seq;
    }

    /** Drops what is known of a command. */
    void remove(String execId) {
        forgottenUpTo.remove(execId);
        chunks.removeIf(chunk -> {
            boolean isItsOwn = chunk.execId().equals(execId);
            if (isItsOwn) {
                release(chunk);
            }
            return isItsOwn;
        });
    }

    void clear() {
        while (!chunks.isEmpty()) {
            release(chunks.remove());
        }
        forgottenUpTo.clear();
    }

    long bytes() {
        return bytes;
    }

    int size() {
        return chunks.size();
    }

    private void forgetOldest() {
        OutputChunk oldest = chunks.remove();
        release(oldest);
        forgottenUpTo.put(oldest.execId(), oldest.seq());
    }

    private void release(OutputChunk chunk) {
        bytes -= chunk.length();
        budget.free += chunk.length();
    }
}
