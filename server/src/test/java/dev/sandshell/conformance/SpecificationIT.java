package dev.sandshell.conformance;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LSP's specification, case by case, with the packaged server as a process. */
@Timeout(90)
final class SpecificationIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    static List<TranscriptCases.Case> cases() throws IOException {
        return TranscriptCases.ofSpecification();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void plays(TranscriptCases.Case played) throws Exception {
        TranscriptCases.require(played);
        TranscriptCases.play(played, HOST.jar(played.transcript().channel()), HOST.scratch());
    }
}
