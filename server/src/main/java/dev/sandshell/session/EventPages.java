package dev.sandshell.session;

import dev.sandshell.policy.OverflowLimits;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the log of a session has no room for in memory: pages of events, oldest first, in a file or on their way there.
 * Confined to the session's scheduler; nothing blocks.
 *
 * <p>The file is used in circles: a page goes behind the one before or, where it does not fit there, to the beginning, and
 * the oldest pages are forgotten where they are in its way. Whoever still has to be told of them has a last look. A page
 * that waits to be written counts as memory of all sessions, and holds up output ({@link #isCongested}) rather than
 * becoming one of many. A file that cannot be written keeps nothing from then on.
 */
final class EventPages {
    private static final Logger LOG = Logger.getLogger(EventPages.class.getName());

    private static final class Page {
        /** The first and the last number of events in a row, and so on: what nobody is told of is left out. */
        final long[] runs;

        final int length;

        /** Until they are written. */
        byte @Nullable [] bytes;

        long position;

        Page(long[] runs, byte[] bytes) {
            this.runs = runs;
            this.length = bytes.length;
            this.bytes = bytes;
        }

        long last() {
            return runs[runs.length - 1];
        }

        /** The first number here that is not lower. */
        long firstFrom(long seq) {
            for (int i = 0; i < runs.length; i += 2) {
                if (seq <= runs[i + 1]) {
                    return Math.max(seq, runs[i]);
                }
            }
            throw new IllegalArgumentException("no page has " + seq + " that ends with " + last());
        }
    }

    private record Load(long seq, Consumer<List<SessionEvent>> then) {}

    private final OverflowFile file;
    private final OverflowLimits limits;
    private final EventLogs all;
    private final EventCodec codec;
    private final LogReaders readers;
    private final ArrayDeque<Page> pages = new ArrayDeque<>();

    /** Those of the pages that are not written yet. */
    private final ArrayDeque<Page> waiting = new ArrayDeque<>();

    private final ArrayDeque<Load> loads = new ArrayDeque<>();
    private long waitingBytes;
    private int runs;
    private long head;
    private long forgottenUpTo;
    private boolean isBroken;
    private boolean isLoading;
    private boolean isClosed;

    /** A page is being written, or read to be looked at for the last time. */
    private boolean isBusy;

    /** What was begun before everything was forgotten comes too late. */
    private int generation;

    EventPages(OverflowFile file, OverflowLimits limits, EventLogs all, String sessionId, LogReaders readers) {
        this.file = file;
        this.limits = limits;
        this.all = all;
        this.codec = new EventCodec(sessionId);
        this.readers = readers;
    }

    /** Takes in what follows on all that it has; some events of which clients are told. */
    void add(List<SessionEvent> events) {
        Page page = new Page(runsOf(events), codec.encode(events));
        pages.add(page);
        waiting.add(page);
        runs += page.runs.length / 2;
        waitingBytes += page.length;
        all.waits(page.length);
        pump();
    }

    private static long[] runsOf(List<SessionEvent> events) {
        long[] bounds = new long[2 * events.size()];
        int count = 0;
        for (SessionEvent event : events) {
            if (count > 0 && bounds[count - 1] + 1 == event.seq()) {
                bounds[count - 1] = event.seq();
            } else {
                bounds[count] = event.seq();
                bounds[count + 1] = event.seq();
                count += 2;
            }
        }
        return java.util.Arrays.copyOf(bounds, count);
    }

    /** Whether there is anything from a number on. */
    boolean hasFrom(long seq) {
        return !pages.isEmpty() && pages.getLast().last() >= seq;
    }

    /** The first number from another on, where there is one. */
    long firstFrom(long seq) {
        return pageFrom(seq).firstFrom(seq);
    }

    /** The highest number that is forgotten. */
    long forgottenUpTo() {
        return forgottenUpTo;
    }

    /** What comes from a number on in one page, where there is such a page; null where it has to be loaded. */
    @Nullable
    List<SessionEvent> from(long seq) {
        byte[] bytes = pageFrom(seq).bytes;
        return bytes == null ? null : codec.decode(bytes);
    }

    /** Reads the page in which a number is, or the next after it; what comes may also be nothing, then ask again. */
    void load(long seq, Consumer<List<SessionEvent>> then) {
        loads.add(new Load(seq, then));
        loadNext();
    }

    private void loadNext() {
        Load next = loads.peek();
        if (isLoading || next == null) {
            return;
        }
        isLoading = true;
        int begun = generation;
        if (!hasFrom(next.seq())) {
            loaded(next, null, List.of());
            return;
        }
        Page page = pageFrom(next.seq());
        byte[] bytes = page.bytes;
        if (bytes != null) {
            loaded(next, page, codec.decode(bytes));
            return;
        }
        file.read(page.position, page.length, found -> {
            if (begun != generation) {
                return;
            }
            if (found.isEmpty()) {
                // Going on behind it would leave a hole.
                forgetThrough(page);
            }
            loaded(next, page, found.map(codec::decode).orElse(List.of()));
        });
    }

    /** All who wait for this page get it, so that many clients cost one look at the file. */
    private void loaded(Load first, @Nullable Page page, List<SessionEvent> events) {
        isLoading = false;
        List<Load> served = loads.stream()
                .filter(load ->
                        load.equals(first) || (page != null && hasFrom(load.seq()) && pageFrom(load.seq()) == page))
                .toList();
        loads.removeAll(served);
        served.forEach(load -> load.then().accept(events));
        readers.goOn();
        loadNext();
    }

    private Page pageFrom(long seq) {
        for (Page page : pages) {
            if (page.last() >= seq) {
                return page;
            }
        }
        throw new IllegalArgumentException("there is nothing from " + seq + " on");
    }

    /** Whether so much waits to be written that nothing more should be printed. */
    boolean isCongested() {
        return waitingBytes >= limits.waiting() || (waitingBytes > 0 && all.isWaitingForMuch());
    }

    /** Forgets all of it; nobody still has to be told. */
    void clear() {
        generation++;
        isBusy = false;
        isLoading = false;
        while (!pages.isEmpty()) {
            drop(pages.element());
        }
        head = 0;
        List<Load> unserved = List.copyOf(loads);
        loads.clear();
        unserved.forEach(load -> load.then().accept(List.of()));
    }

    void close() {
        isClosed = true;
        clear();
        file.close();
    }

    // ---- writing

    private void pump() {
        Page next;
        while (!isBusy && (next = waiting.peek()) != null) {
            boolean fits = !isBroken && next.length <= limits.file();
            long start = head + next.length <= limits.file() ? head : 0;
            Page oldest = pages.element();
            if (!fits || runs > limits.runs() || isInTheWay(oldest, start, next.length)) {
                forget(oldest);
            } else {
                write(next, start);
            }
        }
    }

    private boolean isInTheWay(Page oldest, long start, int length) {
        if (oldest.bytes != null) {
            return false;
        }
        // Once around, what is left at the end of the file is older than what is overwritten.
        boolean isLeftBehind = start < head && oldest.position >= head;
        return isLeftBehind || (oldest.position >= start && oldest.position < start + length);
    }

    private void write(Page page, long start) {
        byte[] bytes = page.bytes;
        if (bytes == null) {
            return;
        }
        isBusy = true;
        int begun = generation;
        page.position = start;
        head = start + page.length;
        file.write(start, bytes, isWritten -> {
            if (begun == generation) {
                isBusy = false;
                if (isWritten) {
                    written(page);
                } else {
                    isBroken = true;
                    LOG.log(Level.WARNING, "a session's log cannot be written to its file any more, and is kept short");
                }
                pump();
            }
            tellOfRoom();
        });
    }

    /**
     * Whoever had to wait for the disk goes on. Said after all that was asked of it, whether there was too much before or
     * not: that may have ended meanwhile, by another session's writing, or because everything was forgotten.
     */
    private void tellOfRoom() {
        if (!isClosed && !isCongested()) {
            readers.goOn();
        }
    }

    private void written(Page page) {
        if (page.bytes != null) {
            page.bytes = null;
            waiting.remove(page);
            waitingBytes -= page.length;
            all.waitsNoMore(page.length);
        }
    }

    // ---- forgetting

    private void forget(Page oldest) {
        byte[] bytes = oldest.bytes;
        if (!readers.needs(oldest.last())) {
            drop(oldest);
        } else if (bytes != null) {
            drop(oldest);
            codec.decode(bytes).forEach(readers::lastLook);
        } else {
            isBusy = true;
            int begun = generation;
            file.read(oldest.position, oldest.length, found -> {
                if (begun == generation) {
                    isBusy = false;
                    drop(oldest);
                    found.map(codec::decode).orElse(List.of()).forEach(readers::lastLook);
                    pump();
                }
                tellOfRoom();
            });
        }
    }

    private void forgetThrough(Page page) {
        while (pages.contains(page)) {
            drop(pages.element());
        }
    }

    private void drop(Page page) {
        if (pages.remove(page)) {
            runs -= page.runs.length / 2;
            forgottenUpTo = page.last();
            written(page);
        }
    }
}
