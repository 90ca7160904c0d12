package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.TerminalModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that is looked for in all that a terminal shows and has shown, and which of its occurrences one is at. Belongs to the
 * thread of the events; looks on another one, once at a time, and again when what is shown has changed meanwhile.
 */
final class TerminalSearch {
    private final TerminalModel model;
    private final Executor background;
    private final Executor events;
    private final Runnable whenChanged;

    private SearchQuery query = SearchQuery.NONE;
    private List<TextRange> found = List.of();
    private @Nullable TextRange current;
    private @Nullable Pass underWay;
    private boolean isAgain;

    /**
     * @param background where it looks
     * @param events where it tells what it found
     * @param whenChanged called there when other occurrences are to be shown
     */
    TerminalSearch(TerminalModel model, Executor background, Executor events, Runnable whenChanged) {
        this.model = model;
        this.background = background;
        this.events = events;
        this.whenChanged = whenChanged;
    }

    /** Looks for something else; begins with the occurrence that is nearest to the bottom. */
    void find(SearchQuery newQuery) {
        if (!newQuery.equals(query)) {
            query = newQuery;
            current = null;
            stop();
            look();
        }
    }

    /** What is shown has changed; looked at once the look under way is over. */
    void refresh() {
        if (underWay != null) {
            isAgain = true;
        } else if (query.pattern() != null) {
            look();
        }
    }

    /** Ends; a look under way stops. */
    void close() {
        find(SearchQuery.NONE);
    }

    SearchQuery query() {
        return query;
    }

    /** How many there are; at most {@link SearchScan#MAX_FOUND}. */
    int count() {
        return found.size();
    }

    /** Which one it is at, from 1 on; 0 if at none. */
    int index() {
        return current == null ? 0 : indexOf(current) + 1;
    }

    @Nullable
    TextRange current() {
        return current;
    }

    /** Goes to the next one nearer to the bottom, and from the last to the first. */
    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    /** Those that have something in a line. */
    List<TextRange> on(long line) {
        List<TextRange> onLine = new ArrayList<>();
        for (int index = firstReaching(line);
                index < found.size() && found.get(index).from().line() <= line;
                index++) {
            onLine.add(found.get(index));
        }
        return onLine;
    }

    private void step(int by) {
        if (!found.isEmpty()) {
            int index = current == null ? (by > 0 ? -1 : 0) : indexOf(current);
            current = found.get(Math.floorMod(index + by, found.size()));
            whenChanged.run();
        }
    }

    private int indexOf(TextRange range) {
        return Collections.binarySearch(
                found, range, (left, right) -> left.from().compareTo(right.from()));
    }

    private int firstReaching(long line) {
        int low = 0;
        int high = found.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (found.get(middle).to().line() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void look() {
        Pattern pattern = query.pattern();
        if (pattern == null) {
            show(List.of());
            return;
        }
        Pass pass = new Pass();
        underWay = pass;
        background.execute(() -> {
            try {
                List<TextRange> all = new SearchScan(model, pattern, () -> pass.isCancelled).run();
                events.execute(() -> done(pass, all));
            } catch (CancellationException e) {
                // Somebody looks for something else by now.
            } catch (StackOverflowError e) {
                // What regular expressions with alternatives in loops do with long lines: as if it were not there.
                events.execute(() -> done(pass, List.of()));
            }
        });
    }

    private void done(Pass pass, List<TextRange> all) {
        if (pass != underWay) {
            return;
        }
        underWay = null;
        show(all);
        if (isAgain) {
            isAgain = false;
            look();
        }
    }

    private void show(List<TextRange> all) {
        found = all;
        if (current == null || indexOf(current) < 0) {
            current = all.isEmpty() ? null : all.get(all.size() - 1);
        }
        whenChanged.run();
    }

    private void stop() {
        Pass pass = underWay;
        if (pass != null) {
            pass.isCancelled = true;
            underWay = null;
        }
        isAgain = false;
    }

    /** One look, which may have to stop. */
    private static final class Pass {
        private volatile boolean isCancelled;
    }
}
