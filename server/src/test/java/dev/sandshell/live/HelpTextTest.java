package dev.sandshell.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Options are read off what programs print, and off both packages of macros for manual pages. */
final class HelpTextTest {
    @Test
    void whatProgramsPrint() {
        assertThat(HelpText.options("""
                Usage: ls [OPTION]... [FILE]...
                  -a, --all                  do not ignore entries starting with .
                      --block-size=SIZE      with -l, scale sizes
                      --color[=WHEN]         color the output WHEN
                  -T, --tabsize=COLS
                              assume tab stops at each COLS
                - not an option
                """))
                .containsExactly(
                        new CommandOption("-a", "do not ignore entries starting with ."),
                        new CommandOption("--all", "do not ignore entries starting with ."),
                        new CommandOption("--block-size=", "with -l, scale sizes"),
                        new CommandOption("--color=", "color the output WHEN"),
                        new CommandOption("-T", "assume tab stops at each COLS"),
                        new CommandOption("--tabsize=", "assume tab stops at each COLS"));
    }

    @Test
    void manualPages() {
        assertThat(HelpText.options(Roff.plain("""
                .TH LS 1
                .SH DESCRIPTION
                .TP
                \\fB\\-a\\fR, \\fB\\-\\-all\\fR
                do not ignore entries
                .TP
                .BR \\-l ", " \\-\\-long
                use a long format
                .PP
                \\fB\\-\\-amend\\fR
                .RS 4
                Replace the tip
                .RE
                """)))
                .containsExactly(
                        new CommandOption("-a", "do not ignore entries"),
                        new CommandOption("--all", "do not ignore entries"),
                        new CommandOption("-l", "use a long format"),
                        new CommandOption("--long", "use a long format"),
                        new CommandOption("--amend", "Replace the tip"));
        assertThat(HelpText.options(Roff.plain("""
                .Bl -tag
                .It Fl 4
                Forces IPv4
                .It Fl -quiet , Fl q
                Says nothing
                """)))
                .containsExactly(
                        new CommandOption("-4", "Forces IPv4"),
                        new CommandOption("--quiet", "Says nothing"),
                        new CommandOption("-q", "Says nothing"));
    }

    @Test
    void longTextsAreCut() {
        assertThat(HelpText.options("-a  " + "x".repeat(1_000)))
                .singleElement()
                .satisfies(
                        option -> assertThat(option.description()).hasSize(120).endsWith("…"));
        assertThat(HelpText.options("-" + "- ".repeat(100_000))).isEmpty();
    }
}
