package dev.sandshell.intellij.core.terminal.view;

/** Of what box-drawing characters are made: lines from the middle to the edges, each of some weight. */
final class BoxArms {
    static final int NONE = 0;
    static final int LIGHT = 1;
    static final int HEAVY = 2;
    static final int DOUBLE = 3;

    /** Of U+2500 to U+257F the weights to the left, up, to the right and down; dots where a character is of another make. */
    private static final String TABLE = """
            1010 2020 0101 0202 .... .... .... ....
            .... .... .... .... 0011 0021 0012 0022
            1001 2001 1002 2002 0110 0120 0210 0220
            1100 2100 1200 2200 0111 0121 0211 0112
            0212 0221 0122 0222 1101 2101 1201 1102
            1202 2201 2102 2202 1011 2011 1021 2021
            1012 2012 1022 2022 1110 2110 1120 2120
            1210 2210 1220 2220 1111 2111 1121 2121
            1211 1112 1212 2211 1221 2112 1122 2221
            2122 2212 1222 2222 .... .... .... ....
            3030 0303 0031 0013 0033 3001 1003 3003
            0130 0310 0330 3100 1300 3300 0131 0313
            0333 3101 1303 3303 3031 1013 3033 3130
            1310 3330 3131 1313 3333 .... .... ....
            .... .... .... .... 1000 0100 0010 0001
            2000 0200 0020 0002 1020 0102 2010 0201
            """;

    private static final int LENGTH = "0000 ".length();

    private BoxArms() {}

    /** Whether a character is nothing but such lines. */
    static boolean has(int codePoint) {
        return codePoint >= 0x2500 && codePoint <= 0x257F && TABLE.charAt((codePoint - 0x2500) * LENGTH) != '.';
    }

    static int left(int codePoint) {
        return weight(codePoint, 0);
    }

    static int up(int codePoint) {
        return weight(codePoint, 1);
    }

    static int right(int codePoint) {
        return weight(codePoint, 2);
    }

    static int down(int codePoint) {
        return weight(codePoint, 3);
    }

    private static int weight(int codePoint, int direction) {
        return TABLE.charAt((codePoint - 0x2500) * LENGTH + direction) - '0';
    }
}
