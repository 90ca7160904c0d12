package dev.sandshell.conformance;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any garbage between two messages is survived; the seed makes a failure repeatable. */
@Timeout(90)
final class GarbageTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void garbageNeverStopsTheServer(long seed) throws Exception {
        Random random = new Random(seed);
        Conversation talk = Conversation.begin(HOST.inProcess());
        for (int round = 0; round < 20; round++) {
            byte[] garbage = new byte[random.nextInt(5_000)];
            random.nextBytes(garbage);
            // A header by chance would be no garbage: it may swallow what follows, as it says.
            String text = new String(garbage, StandardCharsets.ISO_8859_1).replace(':', ';');
            talk.client().sendBytes((text + "\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            JsonObject result = talk.call("sandbox/session/list", "{}");
            talk.expect(result, "{'sessions':[]}");
        }
    }
}
