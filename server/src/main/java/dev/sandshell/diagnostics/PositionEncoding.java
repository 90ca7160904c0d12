package dev.sandshell.diagnostics;

import java.nio.charset.StandardCharsets;

/** What a client counts in a line. */
public enum PositionEncoding {
    UTF_8,
    UTF_16,
    UTF_32;

    /** A place in a line that is so many UTF-16 units behind its beginning. */
    int of(String line, int offset) {
        return switch (this) {
            case UTF_8 -> line.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
            case UTF_16 -> offset;
            case UTF_32 -> line.codePointCount(0, offset);
        };
    }
}
