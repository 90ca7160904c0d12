package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.TerminalModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One look through all that a terminal shows and has shown. Runs on a thread of its own and lets others in between; finds
 * {@link #MAX_FOUND} at most, from the oldest line on.
 */
final class SearchScan {
    static final int MAX_FOUND = 10_000;

    /** As many lines as it takes at once: short enough for a frame to be made meanwhile. */
    private static final int LINES_AT_ONCE = 256;

    private final TerminalModel model;
    private final Pattern pattern;
    private final BooleanSupplier isCancelled;
    private final List<TextRange> found = new ArrayList<>();

    SearchScan(TerminalModel model, Pattern pattern, BooleanSupplier isCancelled) {
        this.model = model;
        this.pattern = pattern;
        this.isCancelled = isCancelled;
    }

    /**
     * What there is, from the oldest to the newest.
     *
     * @throws CancellationException if it was
     */
    List<TextRange> run() {
        long next = Long.MIN_VALUE;
        boolean isDone = false;
        while (!isDone && found.size() < MAX_FOUND) {
            long from = next;
            List<LogicalLine> lines = model.read(emulator -> piece(Lines.of(emulator), from));
            isDone = lines.isEmpty();
            for (LogicalLine line : lines) {
                find(line);
                next = line.end();
            }
        }
        return List.copyOf(found);
    }

    private static List<LogicalLine> piece(Lines lines, long from) {
        List<LogicalLine> piece = new ArrayList<>();
        long next = Math.max(from, lines.first());
        long end = Math.min(lines.end(), next + LINES_AT_ONCE);
        while (next < end) {
            LogicalLine line = LogicalLine.from(lines, next);
            piece.add(line);
            next = line.end();
        }
        return piece;
    }

    private void find(LogicalLine line) {
        Matcher matcher = pattern.matcher(new CancellableText(line.text(), isCancelled));
        while (found.size() < MAX_FOUND && matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(line.range(matcher.start(), matcher.end()));
            }
        }
    }

    /** Some expressions take for ever on some lines; each look at a character is an occasion to stop. */
    private record CancellableText(String text, BooleanSupplier isCancelled) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (isCancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
