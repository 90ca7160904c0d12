package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScriptKindTest {
    @Test
    void theFirstLineSaysWhichShellItIsFor() {
        assertThat(ScriptKind.of("shellscript", "#!/bin/bash\n")).contains(ScriptKind.BASH);
        assertThat(ScriptKind.of("shellscript", "#! /usr/bin/env bash")).contains(ScriptKind.BASH);
        assertThat(ScriptKind.of("sh", "#!/usr/bin/env -S A=b zsh -f\n")).contains(ScriptKind.ZSH);
        assertThat(ScriptKind.of("sh", "#!/bin/sh -e\nls")).contains(ScriptKind.SH);
        assertThat(ScriptKind.of("sh", "#!/bin/dash\n")).contains(ScriptKind.SH);
        assertThat(ScriptKind.of("shellscript", "#!/usr/bin/fish\n")).contains(ScriptKind.OTHER);
    }

    @Test
    void elseTheLanguageDoes() {
        assertThat(ScriptKind.of("shellscript", "ls\n")).contains(ScriptKind.BASH);
        assertThat(ScriptKind.of("zsh", "ls\n")).contains(ScriptKind.ZSH);
        assertThat(ScriptKind.of("ksh", "ls\n")).contains(ScriptKind.OTHER);
        assertThat(ScriptKind.of("markdown", "#!/bin/sh\n")).isEmpty();
        assertThat(ScriptKind.of("", "")).isEmpty();
    }
}
