package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextChangeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a line is put in before,       'a\nb\n',     1, 0, 1, 0, 'x\n', 'a\nx\nb\n'",
        "something in a line,           'abc\ndef',   1, 1, 1, 2, 'X',   'abc\ndXf'",
        "over two lines,                'abc\ndef',   0, 1, 1, 1, '',    'aef'",
        "lines that end as on Windows,  'a\r\nb\r\nc', 1, 0, 2, 0, 'x\r\n', 'a\r\nx\r\nc'",
        "lines that end as they did,    'a\rb',       1, 0, 1, 1, 'x',   'a\rx'",
        "behind the end of a line,      'a\r\nb',     0, 9, 0, 9, 'x',   'ax\r\nb'",
        "behind the end of the text,    'a',          7, 0, 9, 2, 'x',   'ax'",
        "units and no characters,       '\uD83D\uDE00b', 0, 2, 0, 3, 'x', '\uD83D\uDE00x'",
        "an end before the beginning,   'abc',        0, 2, 0, 1, 'x',   'abxc'",
        "in a text that is empty,       '',           0, 0, 0, 0, 'x',   'x'",
        "the farthest there is,         'a',          0, 2147483647, 0, 2147483647, 'x', 'ax'",
    })
    void changes(
            String name,
            String text,
            int line,
            int character,
            int endLine,
            int endCharacter,
            String put,
            String after) {
        TextChange change = new TextChange.Part(
                new Place(line, character), new Place(endLine, endCharacter), put, PositionEncoding.UTF_16);
        assertThat(change.applyTo(text)).isEqualTo(after);
    }
}
