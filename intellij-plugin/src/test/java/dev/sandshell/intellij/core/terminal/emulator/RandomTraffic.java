package dev.sandshell.intellij.core.terminal.emulator;

import java.util.Random;

/** What a program might send that means no good: text and sequences of all kinds, whole and broken. */
final class RandomTraffic {
    private static final String[] TEXTS = {
        "a", "xyz", "日", "本語", "e\u0301", "\u0301", "😀", "👩\u200d💻", "\ud83d", " ", "\ufeff"
    };
    private static final String CONTROLS =
            "\n\n\n\r\b\t\u000b\u000c\u0007\u000e\u000f\u0000\u007f\u0084\u0085\u0088\u009c";
    private static final String FINALS = "@ABCDEFGHIJKLMPSTXZ`abcdefghlmnpqrstu}~";
    private static final String ESCAPES = "78DEHM=>cno|}~\\Zz";
    private static final int[] MODES = {
        1, 2, 4, 6, 7, 9, 12, 20, 25, 45, 47, 66, 1000, 1004, 1006, 1047, 1048, 1049, 2004
    };
    private static final String[] STRINGS = {
        "\u001b]0;title\u0007",
        "\u001b]8;;http://example.org/\u001b\\",
        "\u001b]8;;\u0007",
        "\u001b]52;c;eHg=",
        "\u001b]",
        "\u001bP$qr\u001b\\",
        "\u001bPq#0",
        "\u001b_apc\u001b\\",
        "\u001bX",
        "\u0018",
        "\u001b#8",
        "\u001b(0",
        "\u001b(B",
        "\u001b[!p",
        "\u001b[1\"q",
        "\u001b[\"q",
        "\u001b[38;2;1;2;3m",
        "\u001b[38:5:9m",
        "\u001b[4:3m",
        "\u001b[2 q"
    };

    private final Random random;

    RandomTraffic(long seed) {
        random = new Random(seed);
    }

    /** So many pieces, each of which may be cut short. */
    String next(int pieces) {
        StringBuilder traffic = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            String piece = piece();
            traffic.append(random.nextInt(20) == 0 ? piece.substring(0, random.nextInt(piece.length())) : piece);
        }
        return traffic.toString();
    }

    /** Cuts it where it likes. */
    int cut(int length) {
        return random.nextInt(length + 1);
    }

    private String piece() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> pick(TEXTS).repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 4));
            case 3 -> String.valueOf(CONTROLS.charAt(random.nextInt(CONTROLS.length())));
            case 4 -> "\u001b" + ESCAPES.charAt(random.nextInt(ESCAPES.length()));
            case 5 -> pick(STRINGS);
            case 6 -> "\u001b[?" + MODES[random.nextInt(MODES.length)] + (random.nextBoolean() ? "h" : "l");
            case 7 -> String.valueOf((char) random.nextInt(random.nextInt(8) == 0 ? 0x10000 : 0x100));
            default -> controlSequence();
        };
    }

    private String controlSequence() {
        StringBuilder sequence = new StringBuilder("\u001b[");
        if (random.nextInt(10) == 0) {
            sequence.append("?<=>!$ '\"".charAt(random.nextInt(9)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            sequence.append(random.nextInt(30) == 0 ? 99_999_999_999L : random.nextInt(12));
            sequence.append(i > 1 ? ";:".charAt(random.nextInt(10) / 9) : "");
        }
        return sequence.append(FINALS.charAt(random.nextInt(FINALS.length()))).toString();
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
