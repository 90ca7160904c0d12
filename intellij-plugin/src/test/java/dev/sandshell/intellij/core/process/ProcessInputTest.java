package dev.sandshell.intellij.core.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ProcessInputTest {
    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<String>> answers = new ArrayList<>();
    private final ProcessInput input = new ProcessInput((bytes, isLast) -> {
        sent.add(new String(bytes, UTF_8) + (isLast ? "$" : ""));
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    });

    private void write(String text) throws IOException {
        input.write(text.getBytes(UTF_8));
    }

    @Test
    void waitsUntilThereIsAProcess() throws IOException {
        write("a");
        assertThat(sent).isEmpty();
        input.open();
        assertThat(sent).containsExactly("a");
    }

    @Test
    void sendsOneAfterTheOtherAndWhatComesMeanwhileTogether() throws IOException {
        input.open();
        write("a");
        write("b");
        input.write('c');
        assertThat(sent).containsExactly("a");
        answers.get(0).complete("");
        assertThat(sent).containsExactly("a", "bc");
    }

    @Test
    void endsWithTheLastOfIt() throws IOException {
        input.open();
        write("a");
        write("b");
        input.close();
        input.close();
        answers.get(0).complete("");
        answers.get(1).complete("");
        assertThat(sent).containsExactly("a", "b$");
        assertThatIOException().isThrownBy(() -> write("c"));
    }

    @Test
    void endsWithNothing() {
        input.open();
        input.close();
        assertThat(sent).containsExactly("$");
    }

    @Test
    void isBrokenOnceSomethingCouldNotBeSent() throws IOException {
        input.open();
        write("a");
        answers.get(0).completeExceptionally(new IOException("it has ended"));
        assertThatIOException().isThrownBy(() -> write("b")).withMessage("it has ended");
        assertThat(sent).containsExactly("a");
    }

    @Test
    void refusesTooMuch() throws IOException {
        input.write(new byte[1 << 20]);
        assertThatIOException().isThrownBy(() -> input.write('x'));
    }
}
