package dev.sandshell.shell;

import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots of one session: one for the command that runs, and one more for each earlier command whose output something
 * still holds. Confined to the event loop.
 */
final class SlotPool implements AutoCloseable {
    private final EventLoop loop;
    private final SessionFolder folder;
    private final ArrayDeque<StreamSlot> free = new ArrayDeque<>();
    private final List<StreamSlot> all = new ArrayList<>();

    SlotPool(EventLoop loop, SessionFolder folder) {
        this.loop = loop;
        this.folder = folder;
    }

    StreamSlot take() throws PosixException {
        StreamSlot slot = free.poll();
        if (slot == null) {
            slot = new StreamSlot(loop, folder, all.size());
            all.add(slot);
        }
        return slot;
    }

    /** Nothing holds it any more. */
    void giveBack(StreamSlot slot) {
        free.push(slot);
        // Not before the answer is on its way.
        loop.executeLast(slot::prepare);
    }

    @Override
    public void close() {
        all.forEach(StreamSlot::close);
        all.clear();
        free.clear();
    }
}
