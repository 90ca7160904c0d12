package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.language.Block.Kind;
import java.util.List;
import java.util.Locale;
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
        Block block() {
            return new Block(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), line, text);
        }
    }

    static Example[] examples() {
        return Examples.in("blocks.json", Example[].class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsWhatCanBeRun(Example example) {
        assertThat(Blocks.of(example.languageId(), example.text()))
                .isEqualTo(example.blocks().stream().map(Stretch::block).toList());
    }
}
