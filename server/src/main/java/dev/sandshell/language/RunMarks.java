package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which stretches of documents have been run, and what came of it. A mark goes where its lines go, and counts only while
 * they are what they were. At most so many a document; the oldest go first. Confined to one thread.
 *
 * @param <R> what has come of it
 */
public final class RunMarks<R> {
    private final int most;
    private final int mostDocuments;
    private final Map<String, List<Mark<R>>> marks = new LinkedHashMap<>(16, 0.75f, true);

    public RunMarks(int most, int mostDocuments) {
        this.most = most;
        this.mostDocuments = mostDocuments;
    }

    /** A stretch that was run: its lines as they were. Immutable. */
    record Mark<R>(int firstLine, int lastLine, String lines, R run) {
        private boolean isIn(List<String> now) {
            return lastLine < now.size() && lines.equals(String.join("\n", now.subList(firstLine, lastLine + 1)));
        }

        private Mark<R> movedTo(int line) {
            return new Mark<>(line, line + lastLine - firstLine, lines, run);
        }
    }

    /** What was run lately comes first. */
    public void add(String uri, OpenDocuments.Snapshot document, int firstLine, int lastLine, R run) {
        List<String> lines = TextLines.of(document.text());
        if (firstLine > lastLine || lastLine >= lines.size()) {
            return;
        }
        List<Mark<R>> all = marks.computeIfAbsent(uri, fresh -> new ArrayList<>());
        all.removeIf(mark -> mark.firstLine() == firstLine && mark.lastLine() == lastLine);
        all.add(0, new Mark<>(firstLine, lastLine, String.join("\n", lines.subList(firstLine, lastLine + 1)), run));
        if (all.size() > most) {
            all.remove(all.size() - 1);
        }
        if (marks.size() > mostDocuments) {
            marks.remove(marks.keySet().iterator().next());
        }
    }

    /** A document is another now. */
    public void changed(String uri, List<TextChange> changes) {
        List<Mark<R>> all = marks.get(uri);
        if (all != null) {
            for (TextChange change : changes) {
                all.replaceAll(mark -> mark.movedTo(change.lineAfter(mark.firstLine())));
            }
        }
    }

    public void closed(String uri) {
        marks.remove(uri);
    }

    /** What has come of all that was run. */
    public Stream<R> runs() {
        return marks.values().stream().flatMap(List::stream).map(Mark::run);
    }

    /** What can be read of it later, with the document as it is now. */
    public Reading<R> reading(String uri, OpenDocuments.Snapshot now) {
        return new Reading<>(ImmutableList.copyOf(marks.getOrDefault(uri, List.of())), now);
    }

    /** The marks of a document at one moment. To make one is quick, to ask it takes a moment. Used by one thread. */
    public static final class Reading<R> {
        private final ImmutableList<Mark<R>> marks;
        private final OpenDocuments.Snapshot document;
        private @Nullable List<String> lines;

        private Reading(ImmutableList<Mark<R>> marks, OpenDocuments.Snapshot document) {
            this.marks = marks;
            this.document = document;
        }

        /** What has come of exactly these lines. */
        public Optional<R> exactly(int firstLine, int lastLine) {
            return marks.stream()
                    .filter(mark -> mark.firstLine() == firstLine && mark.lastLine() == lastLine && mark.isIn(lines()))
                    .findFirst()
                    .map(Mark::run);
        }

        /** What has come of the smallest stretch that a line is in, and of those the last. */
        public Optional<R> around(int line) {
            return marks.stream()
                    .filter(mark -> mark.firstLine() <= line && line <= mark.lastLine() && mark.isIn(lines()))
                    .min(Comparator.comparingInt(mark -> mark.lastLine() - mark.firstLine()))
                    .map(Mark::run);
        }

        private List<String> lines() {
            List<String> known = lines;
            if (known == null) {
                known = TextLines.of(document.text());
                lines = known;
            }
            return known;
        }
    }
}
