package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Readers that come and go while a command prints more than is kept: every byte that one gets is the one that was printed
 * there, and where something lies between two of them, that is said.
 */
@Timeout(90)
final class ReadUnderLoadTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final int READERS = 5;
    private static final int READS_AFTER_THE_END = 20;
    private static final int[] SIZES = {1, 100, 5_000, 70_000, 1 << 20};

    /** Few large pieces, then many small ones: the log is bounded in both. */
    private static final int FLOOD = 300_000;

    private static final int TRICKLE = 15_000;

    private final String truth = truth();

    /** Where the output after each chunk goes on, by the number of the chunk; 0 is the beginning. */
    private final TreeMap<Long, Integer> ends = new TreeMap<>();

    private int gaps;
    private int continued;

    private static String truth() {
        StringBuilder printed = new StringBuilder();
        for (int i = 1; i <= FLOOD; i++) {
            printed.append(i).append('\n');
        }
        for (int i = 1; i <= TRICKLE; i++) {
            printed.append(i).append('\n');
        }
        return printed.toString();
    }

    private static final class Reader {
        long afterSeq;
        int request;
        int readsAtEnd;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyByteIsTheOneThatWasPrintedOrIsSaidToBeMissing(long seed) throws Exception {
        Random random = new Random(seed);
        Conversation talk = Conversation.begin(HOST.inProcess());
        ends.put(0L, 0);
        // Who is attached is told of each event, but of none that is only collected.
        talk.call("sandbox/session/create", "{'sessionId':'s'}");
        talk.call("sandbox/session/detach", "{'sessionId':'s'}");
        talk.call(
                "sandbox/exec",
                "{'sessionId':'s','execId':'e','background':true,'output':'collect','outputBytesCap':0,'command':'seq 1 "
                        + FLOOD + "; i=0; while [ $i -lt " + TRICKLE + " ]; do i=$((i+1)); echo $i; done'}");
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Reader reader = new Reader();
            ask(talk, reader, random);
            readers.add(reader);
        }
        while (!readers.isEmpty()) {
            Reader reader = readers.get(random.nextInt(readers.size()));
            JsonObject result = talk.answer(reader.request).getAsJsonObject("result");
            check(reader, result);
            reader.afterSeq = result.get("nextSeq").getAsLong() - 1;
            boolean isAtEnd = result.get("closed").getAsBoolean();
            if (isAtEnd) {
                assertThat(ends.get(reader.afterSeq)).isEqualTo(truth.length());
                reader.readsAtEnd++;
            }
            if (reader.readsAtEnd == READS_AFTER_THE_END) {
                readers.remove(reader);
            } else {
                if (isAtEnd || random.nextInt(4) == 0) {
                    // Back, or ahead, to any place that somebody knows of.
                    reader.afterSeq = ends.floorKey((long) (random.nextDouble() * (ends.lastKey() + 1)));
                }
                ask(talk, reader, random);
            }
        }
        assertThat(continued).as("reads that went on without a gap").isGreaterThan(100);
        assertThat(gaps).as("reads that came too late").isPositive();
    }

    private static void ask(Conversation talk, Reader reader, Random random) {
        reader.request = talk.ask(
                "sandbox/exec/read",
                "{'execId':'e','afterSeq':" + reader.afterSeq + ",'maxBytes':" + SIZES[random.nextInt(SIZES.length)]
                        + ",'waitMs':" + random.nextInt(30) + "}");
    }

    private void check(Reader reader, JsonObject result) {
        boolean isTruncated = result.get("truncated").getAsBoolean();
        int expected = ends.getOrDefault(reader.afterSeq, -1);
        long seq = reader.afterSeq;
        boolean isFirst = true;
        for (JsonElement element : result.getAsJsonArray("chunks")) {
            JsonObject chunk = element.getAsJsonObject();
            int offset = chunk.get("offset").getAsInt();
            String text = chunk.get("text").getAsString();
            if (isFirst && isTruncated) {
                assertThat(offset).isGreaterThan(expected);
                gaps++;
            } else {
                assertThat(offset).as("after %s, %s", reader.afterSeq, result).isEqualTo(expected);
                continued++;
            }
            assertThat(truth.startsWith(text, offset))
                    .as("the text at %d", offset)
                    .isTrue();
            assertThat(chunk.get("seq").getAsLong()).isGreaterThan(seq);
            seq = chunk.get("seq").getAsLong();
            expected = offset + text.length();
            Integer known = ends.put(seq, expected);
            assertThat(known == null || known == expected).isTrue();
            isFirst = false;
        }
        assertThat(result.get("nextSeq").getAsLong()).isEqualTo(seq + 1);
    }
}
