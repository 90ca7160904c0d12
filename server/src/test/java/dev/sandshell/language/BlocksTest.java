package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sandshell.language.Block.Kind;
import org.junit.jupiter.api.Test;

final class BlocksTest {
    @Test
    void aScriptIsOneBlockAndEachOfItsCells() {
        String script = "#!/bin/sh\n# %% one\na\n# %% two\nb\nc";
        assertThat(Blocks.of("shellscript", script))
                .containsExactly(
                        new Block(Kind.SCRIPT, 0, 5, script),
                        new Block(Kind.CELL, 1, 2, "a"),
                        new Block(Kind.CELL, 3, 5, "b\nc"));
        assertThat(Blocks.of("shellscript", "echo")).containsExactly(new Block(Kind.SCRIPT, 0, 0, "echo"));
        assertThat(Blocks.of("shellscript", "")).isEmpty();
    }

    @Test
    void whatIsBeforeTheFirstCellIsOneToo() {
        assertThat(Blocks.of("shellscript", "x=1\n# %%\na"))
                .containsExactly(
                        new Block(Kind.SCRIPT, 0, 2, "x=1\n# %%\na"),
                        new Block(Kind.CELL, 0, 0, "x=1"),
                        new Block(Kind.CELL, 1, 2, "a"));
    }

    @Test
    void cellsAreCutAtTheirBorders() {
        assertThat(Blocks.of("shellscript", "#!/bin/bash\nset -e\n# %% first\none\n  # %%\ntwo\nthree"))
                .filteredOn(block -> block.kind() == Kind.CELL)
                .containsExactly(
                        new Block(Kind.CELL, 0, 1, "#!/bin/bash\nset -e"),
                        new Block(Kind.CELL, 2, 3, "one"),
                        new Block(Kind.CELL, 4, 6, "two\nthree"));
        assertThat(Blocks.of("shellscript", "#!/bin/sh\n\n# %%\none\n# %%"))
                .filteredOn(block -> block.kind() == Kind.CELL)
                .containsExactly(new Block(Kind.CELL, 2, 3, "one"));
    }

    @Test
    void ofAMarkdownTextItsShellFencesAndOfAnythingElseNothing() {
        String text = "```sh\nls\n```\n```js\nx\n```";
        assertThat(Blocks.of("markdown", text)).containsExactly(new Block(Kind.FENCE, 0, 1, "ls"));
        assertThat(Blocks.of("javascript", text)).isEmpty();
    }

    @Test
    void whereThereAreOnlyCommentsThereIsNothingToRun() {
        assertThat(Blocks.of("shellscript", "# about\n# %%\na"))
                .extracting(Block::kind, Block::line)
                .containsExactly(tuple(Kind.SCRIPT, 0), tuple(Kind.CELL, 1));
        assertThat(Blocks.of("markdown", "```sh\n# nothing\n```")).isEmpty();
    }

    @Test
    void linesEndAsOnAnySystem() {
        assertThat(Blocks.of("shellscript", "a\r\n# %%\r\nb\r\nc\r\n")).contains(new Block(Kind.CELL, 1, 4, "b\nc\n"));
        assertThat(Blocks.of("markdown", "a\r\n```sh\r\none\r\ntwo\r\n```\r\n"))
                .containsExactly(new Block(Kind.FENCE, 1, 3, "one\ntwo"));
    }
}
