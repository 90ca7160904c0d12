package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenDocumentsTest {
    private final OpenDocuments documents = new OpenDocuments(2, 10);

    private void open(String uri, String text) {
        documents.open(uri, "shellscript", text);
    }

    private String text(String uri) {
        return documents.snapshot(uri).text();
    }

    @Test
    void changesOneAfterTheOther() {
        open("a", "one");
        documents.change(
                "a",
                List.of(
                        new TextChange.Part(new Place(0, 3), new Place(0, 3), "\ntwo", PositionEncoding.UTF_16),
                        new TextChange.Part(new Place(1, 0), new Place(1, 3), "2", PositionEncoding.UTF_16)));
        assertThat(text("a")).isEqualTo("one\n2");
        documents.change("a", List.of(new TextChange.Whole("new")));
        assertThat(text("a")).isEqualTo("new");
    }

    @Test
    void knowsNothingOfWhatIsNotOpen() {
        documents.change("a", List.of(new TextChange.Whole("new")));
        assertThat(text("a")).isEmpty();
        open("a", "one");
        documents.close("a");
        documents.close("a");
        assertThat(documents.snapshot("a").blocks()).isEmpty();
    }

    @Test
    void forgetsTheOneThatWasUsedLongestAgo() {
        open("a", "1");
        open("b", "2");
        assertThat(text("a")).isEqualTo("1");
        open("c", "3");
        assertThat(text("b")).isEmpty();
        assertThat(text("a")).isEqualTo("1");
        assertThat(text("c")).isEqualTo("3");
    }

    @Test
    void holdsNoMoreThanSoManyCharacters() {
        open("a", "123456");
        open("b", "123456");
        assertThat(text("a")).isEmpty();
        assertThat(text("b")).hasSize(6);
        open("a", "12345678901");
        assertThat(text("a")).isEmpty();
        assertThat(text("b")).hasSize(6);
        documents.change("b", List.of(new TextChange.Whole("12345678901")));
        assertThat(text("b")).isEmpty();
        open("c", "1234567890");
        assertThat(text("c")).hasSize(10);
    }

    @Test
    void aSnapshotStaysAsItWas() {
        open("a", "one");
        OpenDocuments.Snapshot before = documents.snapshot("a");
        documents.close("a");
        assertThat(before.blocks()).extracting(Block::text).containsExactly("one");
    }
}
