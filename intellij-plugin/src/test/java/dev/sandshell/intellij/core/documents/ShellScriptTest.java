package dev.sandshell.intellij.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellScriptTest {
    @ParameterizedTest
    @CsvSource({
        "x.sh, '', sh",
        "x.SH, '', sh",
        "x.bash, 'echo', bash",
        "x.zsh, '', zsh",
        "x.sh, '#!/bin/bash -e', /bin/bash -e",
        "x, '#!/usr/bin/env bash', /usr/bin/env bash",
        "x, '#! /usr/bin/env -S zsh -f', /usr/bin/env -S zsh -f",
        "x, '#!/bin/dash', /bin/dash",
    })
    void isRunByWhatItsFirstLineOrItsNameSays(String name, String text, String interpreter) {
        assertThat(ShellScript.interpreter(name, text + "\necho hi\n")).hasValue(interpreter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/usr/bin/python3", "#!/usr/bin/env node", "#!/bin/fish", ""})
    void isNoneWithoutAName(String firstLine) {
        assertThat(ShellScript.interpreter("x", firstLine)).isEmpty();
    }

    @Test
    void isNoneWhereItsFirstLineSaysSo() {
        assertThat(ShellScript.interpreter("x.sh", "#!/usr/bin/python3\n")).isEmpty();
        assertThat(ShellScript.interpreter("sh", "")).isEmpty();
    }

    @Test
    void quotesAPathOnlyWhereThatIsNeeded() {
        assertThat(ShellScript.command("bash", "/a/b.sh")).isEqualTo("bash /a/b.sh");
        assertThat(ShellScript.command("bash", "/a b/it's.sh")).isEqualTo("bash '/a b/it'\\''s.sh'");
    }
}
