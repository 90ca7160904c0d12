package dev.sandshell.rpc;

/** Where whole characters begin and end in bytes of UTF-8 that were cut somewhere. Pure. */
final class Utf8Borders {
    private static final int LONGEST = 4;

    private Utf8Borders() {}

    /** The end of the last character that is whole before a cut. */
    static int endOfWhole(byte[] bytes, int cut) {
        for (int back = 1; back < LONGEST && back <= cut; back++) {
            int b = bytes[cut - back] & 0xff;
            if (b < 0x80) {
                return cut;
            }
            if (b >= 0xc0) {
                int length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return length > back ? cut - back : cut;
            }
        }
        return cut;
    }

    /** The beginning of the first character that begins after a cut. */
    static int startOfWhole(byte[] bytes, int cut) {
        int start = cut;
        while (start < bytes.length && start - cut < LONGEST - 1 && (bytes[start] & 0xc0) == 0x80) {
            start++;
        }
        return start;
    }
}
