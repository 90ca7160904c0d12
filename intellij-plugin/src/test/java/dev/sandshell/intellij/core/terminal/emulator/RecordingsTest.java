package dev.sandshell.intellij.core.terminal.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was recorded shows as its screen, here as in the other editor. */
final class RecordingsTest {
    @ParameterizedTest
    @EnumSource
    void whole(Recording recording) {
        assertThat(recording.shown(Stream.of(recording.raw()))).isEqualTo(recording.screen());
    }

    @ParameterizedTest
    @EnumSource
    void characterByCharacter(Recording recording) {
        Stream<String> characters = recording.raw().chars().mapToObj(c -> String.valueOf((char) c));
        assertThat(recording.shown(characters)).isEqualTo(recording.screen());
    }

    @ParameterizedTest
    @EnumSource
    void inTwoPiecesWhereverThatIs(Recording recording) {
        String raw = recording.raw();
        for (int i = 1; i < raw.length(); i++) {
            assertThat(recording.shown(Stream.of(raw.substring(0, i), raw.substring(i))))
                    .as("split at %s", i)
                    .isEqualTo(recording.screen());
        }
    }
}
