package dev.sandshell.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same transcripts, with the shells that have a line editor driven without it. */
@Timeout(90)
final class QuietTranscriptTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final Set<String> SHELLS = Set.of("bash", "zsh");

    static List<TranscriptCases.Case> cases() throws IOException {
        return TranscriptCases.all().stream()
                .filter(played -> played.transcript().channel().isEmpty()
                        && !played.transcript().shells().isEmpty()
                        && SHELLS.contains(played.shell()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void plays(TranscriptCases.Case played) throws Exception {
        TranscriptCases.require(played);
        TranscriptCases.play(played, HOST.inProcess("quiet"), HOST.scratch());
    }
}
