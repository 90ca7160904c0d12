package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import dev.sandshell.policy.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pattern costs is known before it is compiled. */
final class PatternRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{100}){100}){100}){100})",
                "((a{1000}){1000}){1000}",
                "(?:[a-z]{30}){30}",
                "(.*a){800}b",
                "(\\pL{50,100}){10}",
                "(a|b|c|d){400}(x|y){400}"
            })
    void whatRepeatsTooMuchIsRefusedBeforeItIsCompiled(String regex) {
        assertThat(PatternRules.sizeOf(regex)).isGreaterThan(PatternRules.MAX_SIZE);
        assertThatThrownBy(() -> PatternRules.compile("until.log", regex))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("until.log must have at most 500 steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listening on \\d{1,5}$",
                "[0-9a-f]{40}",
                "^(GET|POST) /[^ ]* (\\d{3})$",
                "(a{2}){3}",
                "[]a]{3}[^]]\\]{2}",
                "x{y}",
                "\\Qa{9}\\E",
                "(?i)ready|(?P<n>\\pL+)"
            })
    void whatPeopleWriteIsTaken(String regex) throws InvalidArgumentException {
        Pattern pattern = PatternRules.compile("until.log", regex);
        assertThat(pattern.pattern()).isEqualTo(regex);
    }

    @Test
    void parenthesesThatDoNotMatchAreLeftToTheCompiler() {
        assertThatThrownBy(() -> PatternRules.compile("until.log", "(a{3}"))
                .hasMessageStartingWith("until.log must be a regular expression: ");
    }
}
