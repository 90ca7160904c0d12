package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FencesTest {
    @Test
    void aFenceHasItsLanguageAndItsLines() {
        assertThat(Fences.of(List.of("# Title", "", "```Bash", "make", "make test", "```", "text")))
                .containsExactly(new Fence(2, "bash", ImmutableList.of("make", "make test")));
    }

    @Test
    void aCommandOfADialogueDoesNotGoOnForEver() {
        ImmutableList<String> lines = ImmutableList.<String>builder()
                .add("$ echo it's")
                .addAll(Collections.nCopies(2_000, "output"))
                .build();
        assertThat(new Fence(0, "console", lines).shellText().orElseThrow().lines())
                .hasSize(500);
    }

    @Test
    void aLineOfNothingButQuotationsIsNoTrouble() {
        assertThat(Fences.of(List.of(">".repeat(200_000)))).isEmpty();
    }
}
