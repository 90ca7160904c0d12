package dev.sandshell.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same transcripts, with the shells that have a line editor driven at its prompt. */
@Timeout(90)
final class PromptTranscriptTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    /**
     * These count what a terminal shows, or say that it shows nothing by itself and echoes lines; at a prompt it shows the
     * prompt, and what the line editor does with it.
     */
    private static final Set<String> OF_A_QUIET_TERMINAL = Set.of(
            "attach-and-replay",
            "input-required",
            "input-required-on-a-terminal",
            "terminal-is-quiet",
            "terminal-outside-of-commands",
            "terminal-input",
            "terminal-of-a-command",
            "terminal-stops");

    /** At a prompt an interrupt can miss a program that is just being started; see the limits in docs/architecture.md. */
    private static final Set<String> NOT_CERTAIN_YET = Set.of("xx");

    private static final Set<String> SHELLS = Set.of("bash", "zsh");

    static List<TranscriptCases.Case> cases() throws IOException {
        return TranscriptCases.all().stream()
                .filter(played -> !played.transcript().shells().isEmpty()
                        && SHELLS.contains(played.shell())
                        && !isLeftOut(played.transcript().name().replace(".txt", "")))
                .toList();
    }

    private static boolean isLeftOut(String name) {
        return OF_A_QUIET_TERMINAL.contains(name) || NOT_CERTAIN_YET.contains(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void plays(TranscriptCases.Case played) throws Exception {
        TranscriptCases.require(played);
        TranscriptCases.play(played, HOST.inProcess("prompt"), HOST.scratch());
    }
}
