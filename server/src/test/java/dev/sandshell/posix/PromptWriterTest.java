package dev.sandshell.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It writes what goes in, and comes back where nothing does. */
class PromptWriterTest {
    @TempDir
    private Path folder;

    private Descriptor pipe() throws IOException {
        String path = folder.resolve("pipe").toString();
        Fifo.make(path);
        return Descriptor.openBothEnds(path);
    }

    @Test
    void writesWhatAPipeTakes() throws IOException {
        try (Descriptor pipe = pipe()) {
            byte[] text = "hello, world".getBytes(StandardCharsets.UTF_8);
            assertThat(PromptWriter.to(pipe.number()).orElseThrow().write(text, 5))
                    .isEqualTo(5);

            NativeBuffer read = NativeBuffer.allocate(100);
            assertThat(pipe.read(read)).isEqualTo(5);
            byte[] found = new byte[5];
            read.bytes().flip().get(found);
            assertThat(found).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void takesNoMoreAtOnceThanAPipeCertainlyDoes() throws IOException {
        try (Descriptor pipe = pipe()) {
            assertThat(PromptWriter.to(pipe.number()).orElseThrow().write(new byte[10_000], 10_000))
                    .isEqualTo(PromptWriter.MOST);
        }
    }

    @Test
    void aFullPipeTakesNothingUntilItIsRead() throws IOException {
        try (Descriptor pipe = pipe()) {
            PromptWriter writer = PromptWriter.to(pipe.number()).orElseThrow();
            byte[] page = new byte[PromptWriter.MOST];
            int pages = 0;
            while (writer.write(page, page.length) == page.length) {
                pages++;
            }
            assertThat(pages).isPositive();
            assertThat(writer.write(page, 1)).isZero();
            pipe.read(NativeBuffer.allocate(PromptWriter.MOST));
            assertThat(writer.write(page, page.length)).isEqualTo(page.length);
        }
    }

    @Test
    void aFileIsNotForIt() throws IOException {
        try (Descriptor file = Descriptor.create(folder.resolve("file").toString())) {
            assertThat(PromptWriter.to(file.number())).isEmpty();
        }
        assertThat(PromptWriter.to(99_999)).isEmpty();
    }
}
