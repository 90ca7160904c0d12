package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import dev.sandshell.shell.ReportParser.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports come out whole however their bytes are cut, and rubbish between them is lost alone. */
final class ReportParserTest {
    private record Report(Kind kind, long number, List<String> fields) {}

    private final List<Report> reports = new ArrayList<>();
    private final ReportParser parser =
            new ReportParser((kind, number, fields) -> reports.add(new Report(kind, number, fields)));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private void accept(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        parser.accept(bytes, bytes.length);
    }

    @Test
    void eachKindHasItsFields() {
        accept("d1\0" + "0\0himBH\0/tmp\0");
        accept("j2\0" + "4711\0");
        accept("e2\0" + "7\0");
        accept("o3\0");
        accept("x0\0");
        assertThat(reports)
                .containsExactly(
                        new Report(Kind.DONE, 1, List.of("0", "himBH", "/tmp")),
                        new Report(Kind.JOB, 2, List.of("4711")),
                        new Report(Kind.ENDED, 2, List.of("7")),
                        new Report(Kind.OPENED, 3, List.of()),
                        new Report(Kind.EXITING, 0, List.of()));
    }

    @Test
    void aFieldMayBeEmptyOrHoldAnythingButItsEnd() {
        accept("d1\0" + "0\0\0/tmp/new\nline é 日本\0");
        assertThat(reports).containsExactly(new Report(Kind.DONE, 1, List.of("0", "", "/tmp/new\nline é 日本")));
    }

    @Test
    void aReportThatIsNotWholeWaits() {
        accept("d1\0" + "0\0himBH\0/tm");
        assertThat(reports).isEmpty();
        accept("p\0");
        assertThat(reports).containsExactly(new Report(Kind.DONE, 1, List.of("0", "himBH", "/tmp")));
    }

    @Test
    void whatAShellThatIsGoneHasBegunToSayIsForgotten() {
        accept("d1\0" + "0\0himBH");
        parser.reset();
        accept("o2\0");
        assertThat(reports).containsExactly(new Report(Kind.OPENED, 2, List.of()));
    }

    @Test
    void onlyTheBytesThatCameCount() {
        parser.accept("o1\0o2\0".getBytes(StandardCharsets.UTF_8), 3);
        assertThat(reports).containsExactly(new Report(Kind.OPENED, 1, List.of()));
    }

    @Test
    void rubbishIsSkippedUpToTheNextReport() {
        accept("hello\0\0d\0dx1\0d-1\0d12345678901234567890\0q7\0o9\0");
        assertThat(reports).containsExactly(new Report(Kind.OPENED, 9, List.of()));
    }

    @Test
    void rubbishThatRunsIntoAReportTakesOnlyThatOneWithIt() {
        accept("rubbish" + "d1\0" + "0\0himBH\0/tmp\0" + "d2\0" + "0\0himBH\0/tmp\0");
        assertThat(reports).containsExactly(new Report(Kind.DONE, 2, List.of("0", "himBH", "/tmp")));
    }

    @Test
    void aFloodWithoutAnEndIsCutOffAndForgotten() {
        accept("x".repeat(1_000_000) + "\0");
        accept("d1\0" + "0\0h\0/" + "p".repeat(100_000) + "\0");
        assertThat(reports)
                .containsExactly(new Report(Kind.DONE, 1, List.of("0", "h", "/" + "p".repeat(64 * 1024 - 1))));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyCutGivesTheSameReports(long seed) {
        Random random = new Random(seed);
        List<Kind> kinds = List.of(Kind.values());
        List<Report> expected = new ArrayList<>();
        byte[] all = {};
        for (int i = 0; i < 20; i++) {
            Kind kind = kinds.get(random.nextInt(kinds.size()));
            List<String> fields = new ArrayList<>();
            StringBuilder text =
                    new StringBuilder().append(kind.letter).append(i).append('\0');
            for (int field = 0; field < kind.fields; field++) {
                String value = "é/".repeat(random.nextInt(300)) + random.nextInt(1_000);
                fields.add(value);
                text.append(value).append('\0');
            }
            expected.add(new Report(kind, i, fields));
            all = Bytes.concat(all, text.toString().getBytes(StandardCharsets.UTF_8));
        }
        int from = 0;
        while (from < all.length) {
            int length = Math.min(all.length - from, 1 + random.nextInt(random.nextBoolean() ? 3 : 500));
            byte[] piece = new byte[length];
            System.arraycopy(all, from, piece, 0, length);
            parser.accept(piece, length);
            from += length;
        }
        assertThat(reports).as("seed %d", seed).isEqualTo(expected);
    }
}
