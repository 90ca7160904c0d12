package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.session.ExecResult.Collected;
import dev.sandshell.session.ExecView.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes back is what went, to the byte. */
final class EventCodecTest {
    private final EventCodec codec = new EventCodec("s");

    @Test
    void eventsComeBackAsTheyWere() {
        ExecStatus status = new ExecStatus(null, "SIGKILL", true, true, false);
        ExecView view =
                new ExecView("s", "e", "echo 'é\0\ud83d\ude00'", "/tmp/ü", Phase.RUNNING, true, status, 1, 2, 3L, null);
        List<SessionEvent> events = List.of(
                new SessionEvent.Started(view, 1),
                new SessionEvent.Output(
                        "s",
                        new OutputChunk(2, "e", StreamName.STDERR, 1L << 40, 9, "a\r\n\ufffd\ud83d\ude00", null),
                        true),
                new SessionEvent.Output("s", new OutputChunk(3, null, StreamName.TERMINAL, 0, 0, "", null), true),
                new SessionEvent.InputRequired("s", "e", true, 4),
                new SessionEvent.Closed("s", "e", 7));
        assertThat(codec.decode(codec.encode(events))).isEqualTo(events);
    }

    @Test
    void bytesAndResultsComeBackToo() {
        byte[] bytes = {0, -1, 13, 10, (byte) 0xc3};
        ExecResult result = new ExecResult(
                "s",
                "e",
                new ExecStatus(137, null, false, false, true),
                new Collected(new byte[0], 0, 5),
                new Collected(new byte[0], 0, 1L << 33),
                OutputEncoding.BASE64,
                1_000,
                17,
                "");
        List<SessionEvent> back = codec.decode(codec.encode(List.of(
                new SessionEvent.Output("s", new OutputChunk(5, "e", StreamName.STDOUT, 0, 5, null, bytes), true),
                new SessionEvent.Exited(result, 6))));
        assertThat(back)
                .usingRecursiveComparison()
                .isEqualTo(List.of(
                        new SessionEvent.Output(
                                "s", new OutputChunk(5, "e", StreamName.STDOUT, 0, 5, null, bytes), true),
                        new SessionEvent.Exited(result, 6)));
    }
}
