package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any split of any bytes decodes to the text that all at once decode to. */
final class Utf8DecoderTest {
    /** One of each kind that the encoding tells apart, and the borders between them. */
    private static final int[] KINDS = {
        0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
        0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff
    };

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String decodeInPieces(byte[] all, int... borders) {
        Utf8Decoder decoder = new Utf8Decoder();
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int border : borders) {
            text.append(piece(decoder, all, from, border));
            from = border;
        }
        return text.append(piece(decoder, all, from, all.length))
                .append(decoder.finish())
                .toString();
    }

    /** As the reader does it: the array is longer than what is in it. */
    private static String piece(Utf8Decoder decoder, byte[] all, int from, int to) {
        byte[] buffer = Arrays.copyOf(Arrays.copyOfRange(all, from, to), to - from + 3);
        String text = decoder.decode(buffer, to - from);
        if (decoder.pendingBytes() > 3) {
            assertThat(decoder.pendingBytes()).isLessThanOrEqualTo(3);
        }
        return text;
    }

    private static String atOnce(byte[] all) {
        return new String(all, StandardCharsets.UTF_8);
    }

    private static void check(byte[] all, int... borders) {
        String text = decodeInPieces(all, borders);
        if (!text.equals(atOnce(all))) {
            assertThat(text)
                    .as("%s cut at %s", HexFormat.ofDelimiter(" ").formatHex(all), Arrays.toString(borders))
                    .isEqualTo(atOnce(all));
        }
    }

    @Test
    void everySequenceOfUpToFourKindsOfBytesDecodesInEverySplit() {
        for (int a : KINDS) {
            for (int b : KINDS) {
                check(new byte[] {(byte) a, (byte) b}, 1);
                for (int c : KINDS) {
                    byte[] three = {(byte) a, (byte) b, (byte) c};
                    check(three, 1);
                    check(three, 2);
                    check(three, 1, 2);
                    for (int d : KINDS) {
                        byte[] four = {(byte) a, (byte) b, (byte) c, (byte) d};
                        check(four, 1);
                        check(four, 2);
                        check(four, 3);
                        check(four, 1, 2, 3);
                    }
                }
            }
        }
    }

    @Test
    void everyCharacterDecodesByteByByte() {
        for (int code = 1; code <= Character.MAX_CODE_POINT; code += code < 0x3000 ? 1 : 251) {
            if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(code).getBytes(StandardCharsets.UTF_8);
                check(bytes, 1);
                check(bytes, bytes.length - 1);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySplitOfAnyBytesDecodesToTheSameText(long seed) {
        Random random = new Random(seed);
        byte[] all = new byte[random.nextInt(400)];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : KINDS[random.nextInt(KINDS.length)]);
        }
        int[] borders =
                random.ints(random.nextInt(60), 0, all.length + 1).sorted().toArray();
        check(all, borders);
    }

    @Test
    void aCutCharacterWaitsForItsRest() {
        Utf8Decoder decoder = new Utf8Decoder();
        byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(euro, 2)).isEmpty();
        assertThat(decoder.pendingBytes()).isEqualTo(2);
        assertThat(decoder.decode(new byte[] {euro[2], 'x'}, 2)).isEqualTo("€x");
        assertThat(decoder.pendingBytes()).isZero();
    }

    @Test
    void whatIsNeverCompletedIsReplacedAtTheEnd() {
        Utf8Decoder decoder = new Utf8Decoder();
        assertThat(decoder.decode(new byte[] {'a', (byte) 0xf0, (byte) 0x9f}, 3))
                .isEqualTo("a");
        assertThat(decoder.finish()).isEqualTo("\ufffd");
        assertThat(decoder.finish()).isEmpty();
    }
}
