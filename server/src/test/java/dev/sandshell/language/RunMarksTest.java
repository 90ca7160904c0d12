package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RunMarksTest {
    private static final String URI = "file:///a.sh";

    private final OpenDocuments documents = new OpenDocuments(4, 1_000);
    private final RunMarks<String> marks = new RunMarks<>(2, 2);

    private void open(String text) {
        documents.open(URI, "sh", text);
    }

    private void run(int first, int last, String run) {
        marks.add(URI, documents.snapshot(URI), first, last, run);
    }

    private RunMarks.Reading<String> reading() {
        return marks.reading(URI, documents.snapshot(URI));
    }

    private void change(int line, int character, int endLine, int endCharacter, String text) {
        List<TextChange> changes = List.of(new TextChange.Part(
                new Place(line, character), new Place(endLine, endCharacter), text, PositionEncoding.UTF_16));
        documents.change(URI, changes);
        marks.changed(URI, changes);
    }

    @Test
    void theSmallestAroundALineCounts() {
        open("a\nb\nc\nd");
        run(0, 3, "all");
        run(1, 2, "some");
        assertThat(reading().around(1)).contains("some");
        assertThat(reading().around(3)).contains("all");
        assertThat(reading().exactly(1, 2)).contains("some");
        assertThat(reading().exactly(1, 3)).isEmpty();
    }

    @Test
    void whatIsRunAgainCountsInsteadOfBefore() {
        open("a\nb");
        run(0, 0, "first");
        run(0, 0, "second");
        assertThat(reading().around(0)).contains("second");
    }

    @Test
    void goesWithItsLines() {
        open("a\nb\nc");
        run(1, 1, "b");
        change(0, 0, 0, 0, "x\ny\n");
        assertThat(reading().exactly(3, 3)).contains("b");
        change(0, 0, 2, 0, "");
        assertThat(reading().exactly(1, 1)).contains("b");
        change(0, 1, 0, 1, "\nz");
        assertThat(reading().exactly(2, 2)).contains("b");
        change(2, 1, 2, 1, "\nbehind");
        assertThat(reading().exactly(2, 2)).contains("b");
    }

    @Test
    void isGoneWhileItsLinesAreOthers() {
        open("a\nb");
        run(1, 1, "b");
        change(1, 1, 1, 1, "!");
        assertThat(reading().around(1)).isEmpty();
        change(1, 1, 1, 2, "");
        assertThat(reading().around(1)).contains("b");
        change(0, 0, 1, 1, "");
        assertThat(reading().around(0)).isEmpty();
    }

    @Test
    void keepsNoMoreThanItMay() {
        open("a\nb\nc");
        run(0, 0, "a");
        run(1, 1, "b");
        run(2, 2, "c");
        assertThat(marks.runs()).containsExactly("c", "b");
        for (String other : List.of("1", "2")) {
            documents.open(other, "sh", "x");
            marks.add(other, documents.snapshot(other), 0, 0, other);
        }
        assertThat(marks.runs()).containsExactly("1", "2");
    }

    @Test
    void ofWhatIsClosedNothingIsKept() {
        open("a");
        run(0, 0, "a");
        run(0, 9, "beyond");
        marks.closed(URI);
        assertThat(marks.runs()).isEmpty();
    }
}
