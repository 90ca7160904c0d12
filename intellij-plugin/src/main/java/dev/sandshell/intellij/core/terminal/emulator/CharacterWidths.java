package dev.sandshell.intellij.core.terminal.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How many cells a character takes: 0, 1 or 2, as of Unicode 11. Control characters are not asked about. */
final class CharacterWidths {
    private static final String RESOURCE = "unicode-11-widths.txt";
    private static final byte[] BASIC = new byte[0x10000];
    /** Above the basic plane: where a range of one width begins. */
    private static final TreeMap<Integer, Integer> HIGHER = new TreeMap<>();

    static {
        Arrays.fill(BASIC, (byte) 1);
        HIGHER.put(0, 1);
        try (InputStream resource = CharacterWidths.class.getResourceAsStream(RESOURCE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(resource, RESOURCE), UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(CharacterWidths::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CharacterWidths() {}

    static int of(int codePoint) {
        if (codePoint < BASIC.length) {
            return BASIC[codePoint];
        }
        Map.Entry<Integer, Integer> range = HIGHER.floorEntry(codePoint);
        return range == null ? 1 : range.getValue();
    }

    /** A line is a width, the first character that has it, and the last one if there are more. */
    private static void add(String line) {
        String[] words = line.split(" ", -1);
        int width = Integer.parseInt(words[0]);
        int first = Integer.parseInt(words[1], 16);
        int last = Integer.parseInt(words[words.length - 1], 16);
        if (last < BASIC.length) {
            Arrays.fill(BASIC, first, last + 1, (byte) width);
        } else {
            HIGHER.put(first, width);
            HIGHER.putIfAbsent(last + 1, 1);
        }
    }
}
