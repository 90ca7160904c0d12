package dev.sandshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.concurrent.ManualScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {
    @TempDir
    private Path folder;

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private int written;
    private int drained;
    private OutputFile file;

    @BeforeEach
    void open() {
        file = new OutputFile(folder.resolve("out.txt"), scheduler, work::add, new OutputFile.Listener() {
            @Override
            public void written(OutputFile of) {
                written++;
            }

            @Override
            public void drained(OutputFile of) {
                drained++;
            }
        });
    }

    private void settle() {
        scheduler.run();
        Runnable next;
        while ((next = work.poll()) != null) {
            next.run();
            scheduler.run();
        }
    }

    private String text() throws IOException {
        settle();
        return Files.readString(file.path());
    }

    @Test
    void aLineThatIsNotEndedIsThereAndBecomesWhatItIsLast() throws IOException {
        file.line("$ make");
        file.output("e", " 10%\r");
        assertThat(text()).isEqualTo("$ make\n 10%");
        file.output("e", " 20%\rdone");
        assertThat(text()).isEqualTo("$ make\ndone");
        file.output("e", " now\nnext");
        assertThat(text()).isEqualTo("$ make\ndone now\nnext");
    }

    @Test
    void theEndTellsTheLastLinesOnceTheyAndTheLineOfOursAreThere() throws IOException {
        file.line("$ ls");
        file.output("e", "a\nb");
        CompletableFuture<? extends List<String>> last = file.end("e", "over");
        assertThat(last).isNotDone();
        assertThat(text()).isEqualTo("$ ls\na\nb\nover\n");
        assertThat(last.join()).isEqualTo(List.of("a", "b"));
        file.line("$ true");
        CompletableFuture<? extends List<String>> silent = file.end("silent", "over");
        settle();
        assertThat(silent.join()).isEqualTo(List.of());
    }

    @Test
    void ofManyLinesTheLastTenAreTold() throws IOException {
        for (int i = 0; i < 50; i++) {
            file.output("e", "line " + i + "\n");
        }
        CompletableFuture<? extends List<String>> last = file.end("e", "over");
        settle();
        assertThat(last.join()).hasSize(10).last().isEqualTo("line 49");
    }

    @Test
    void anEscapeThatHasNoEndIsNotTheNextCommands() throws IOException {
        file.output("one", "a\033]0;title");
        file.output("two", "b\n");
        assertThat(text()).isEqualTo("a\nb\n");
    }

    @Test
    void onlyItsUserCanReadIt() throws IOException {
        file.line("secret");
        settle();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void whoeverPrintsIsToWaitWhileTheDiskDoes() {
        for (int i = 0; i < 30; i++) {
            file.output("e", "x".repeat(9_999) + "\n");
        }
        assertThat(file.isFull()).isTrue();
        settle();
        assertThat(file.isFull()).isFalse();
        assertThat(drained).isEqualTo(1);
        // All that came while it was written goes in one piece.
        assertThat(written).isEqualTo(2);
    }

    @Test
    void theOlderHalfGoesAndThatIsSaid() throws IOException {
        for (int i = 0; i < 300; i++) {
            file.output("e", i + " " + "é".repeat(4_000) + "\n");
            settle();
        }
        file.output("e", "the last");
        String text = text();
        assertThat(Files.size(file.path())).isBetween(400_000L, 1L << 20);
        assertThat(text).startsWith("… what was here before is left out …\n").endsWith("\nthe last");
        List<String> lines = text.lines().skip(1).toList();
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.endsWith(" " + "é".repeat(4_000)));
        file.output("e", " line\n");
        assertThat(text()).endsWith("\nthe last line\n");
    }

    @Test
    void whatIsClosedIsGoneAndStaysSo() {
        file.line("a");
        settle();
        CompletableFuture<Void> closed = file.close();
        file.line("b");
        settle();
        assertThat(closed).isCompleted();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void aDiskThatTakesNothingCostsTheTextAndNothingElse() throws IOException {
        Files.createDirectory(file.path());
        file.line("a");
        file.output("e", "b\n");
        CompletableFuture<? extends List<String>> last = file.end("e", "over");
        settle();
        assertThat(last.join()).isEqualTo(List.of("b"));
    }
}
