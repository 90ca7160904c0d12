package dev.sandshell.intellij.core.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class TypedKeysTest {
    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final TypedKeys keys = new TypedKeys(
            text -> {
                sent.add(text);
                answers.add(new CompletableFuture<>());
                return answers.get(answers.size() - 1);
            },
            complaints::add);

    @Test
    void goOneAfterTheOtherAndThoseThatComeMeanwhileTogether() {
        keys.type("a");
        keys.type("b");
        keys.type("c");
        assertThat(sent).containsExactly("a");
        answers.get(0).complete(null);
        assertThat(sent).containsExactly("a", "bc");
        answers.get(1).complete(null);
        keys.type("d");
        assertThat(sent).containsExactly("a", "bc", "d");
    }

    @Test
    void goOnAfterAFailureThatIsSaid() {
        keys.type("a");
        keys.type("b");
        answers.get(0).completeExceptionally(new IllegalStateException("no room"));
        assertThat(complaints).containsExactly("no room");
        assertThat(sent).containsExactly("a", "b");
    }

    @Test
    void areLeftOutWhereTooManyWait() {
        keys.type("a");
        keys.type("b".repeat(1 << 20));
        keys.type("c");
        assertThat(complaints).hasSize(1);
        answers.get(0).complete(null);
        assertThat(sent.get(1)).hasSize(1 << 20);
    }
}
