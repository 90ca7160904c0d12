package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BlocksTest {
    record Example(String name, String languageId, String text, List<Stretch> blocks) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Stretch(String kind, int line, String text) {
        static Stretch of(Block block) {
            return new Stretch(block.kind().name().toLowerCase(Locale.ROOT), block.line(), block.text());
        }
    }

    static Example[] examples() {
        return Examples.in("blocks.json", Example[].class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsWhatCanBeRun(Example example) {
        assertThat(Blocks.of(example.languageId(), example.text()))
                .map(Stretch::of)
                .isEqualTo(example.blocks());
    }

    @Test
    void aBlockReachesToItsLastLine() {
        assertThat(Blocks.of("shellscript", "x=1\n# %%\na\n# %%\r\nb\nc\n"))
                .extracting(Block::lastLine)
                .containsExactly(6, 0, 2, 6);
        assertThat(Blocks.of("markdown", "a\n```sh\none\ntwo\n```\n"))
                .extracting(Block::lastLine)
                .containsExactly(3);
    }
}
