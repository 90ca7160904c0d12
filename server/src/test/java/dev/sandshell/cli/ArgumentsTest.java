package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static Arguments parse(String... words) throws UsageException {
        return Arguments.parse(List.of(words), Set.of("--json", "-i"), Set.of("--env", "--port"));
    }

    @Test
    void optionsAndOperandsMayBeMixed() throws UsageException {
        Arguments arguments = parse("first", "--json", "--env", "A=1", "second", "--env=B=2", "-");

        assertThat(arguments.operands()).containsExactly("first", "second", "-");
        assertThat(arguments.has("--json")).isTrue();
        assertThat(arguments.has("-i")).isFalse();
        assertThat(arguments.values("--env")).containsExactly("A=1", "B=2");
        assertThat(arguments.value("--env")).isEqualTo("B=2");
    }

    @Test
    void afterTwoDashesAllAreOperands() throws UsageException {
        assertThat(parse("--", "--json", "--", "-x").operands()).containsExactly("--json", "--", "-x");
    }

    @Test
    void aValueMayLookLikeAnOption() throws UsageException {
        assertThat(parse("--env", "--json").value("--env")).isEqualTo("--json");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> parse("--nosuch=1")).hasMessage("there is no option --nosuch");
        assertThatThrownBy(() -> parse("-x")).hasMessage("there is no option -x");
        assertThatThrownBy(() -> parse("--env")).hasMessage("--env needs a value");
        assertThatThrownBy(() -> parse("--json=yes")).hasMessage("--json takes no value");
        assertThatThrownBy(() -> parse("--port=no").number("--port"))
                .hasMessage("--port must be a positive number, got \"no\"");
        assertThatThrownBy(() -> parse("--port=0").number("--port"))
                .hasMessage("--port must be a positive number, got \"0\"");
        assertThatThrownBy(() -> parse("x").noOperands()).hasMessage("there is nothing to be done with \"x\"");
    }

    @Test
    void helpIsKnownEverywhere() throws UsageException {
        assertThat(parse("-h").has(Arguments.HELP)).isTrue();
        assertThat(parse("--help").has(Arguments.HELP)).isTrue();
    }
}
