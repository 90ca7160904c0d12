package dev.sandshell.rpc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages framed as LSP says: header lines, an empty line, so many bytes. Owned by the reader thread.
 *
 * <p>Bounded and hard to lose: a header line longer than {@value #MAX_HEADER_LINE} bytes is skipped without being kept,
 * anything that is no header is skipped up to the next one, and a body over the limit is read past, so that the message
 * after it is found again.
 */
final class FrameReader {
    /** Far more than any header; LSP has two, of some thirty bytes. */
    private static final int MAX_HEADER_LINE = 4_096;

    private static final String CONTENT_LENGTH = "content-length:";

    private final InputStream in;
    private final int maxBodyBytes;
    private final byte[] line = new byte[MAX_HEADER_LINE];

    FrameReader(InputStream in, int maxBodyBytes) {
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.maxBodyBytes = maxBodyBytes;
    }

    /** A frame: its body, or what is wrong with it. */
    record Frame(@Nullable String body, @Nullable String complaint) {
        static Frame of(String body) {
            return new Frame(body, null);
        }

        static Frame bad(String complaint) {
            return new Frame(null, complaint);
        }
    }

    /** The next frame; null at the end of the input, also in the middle of a message. */
    @Nullable
    Frame next() throws IOException {
        long length = -1;
        String complaint = null;
        while (true) {
            int count = readLine();
            if (count < 0) {
                return null;
            }
            if (count == 0) {
                if (length >= 0) {
                    return complaint == null ? body(length) : Frame.bad(complaint);
                }
                if (complaint != null) {
                    return Frame.bad(complaint);
                }
                // An empty line before any header: nothing to say about it.
                continue;
            }
            if (count > MAX_HEADER_LINE) {
                complaint = "a header line is longer than " + MAX_HEADER_LINE + " bytes";
                continue;
            }
            String header = new String(line, 0, count, StandardCharsets.ISO_8859_1);
            if (header.toLowerCase(Locale.ROOT).startsWith(CONTENT_LENGTH)) {
                String value = header.substring(CONTENT_LENGTH.length()).strip();
                length = parseLength(value);
                complaint =
                        length < 0 ? "Content-Length must be a number of bytes, got \"" + shorten(value) + "\"" : null;
            } else if (header.indexOf(':') <= 0) {
                complaint = "expected a header such as \"Content-Length: 42\", got \"" + shorten(header) + "\"";
            }
        }
    }

    private Frame body(long length) throws IOException {
        if (length > maxBodyBytes) {
            in.skipNBytes(length);
            return Frame.bad("the message has " + length + " bytes; the limit is " + maxBodyBytes);
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new java.io.EOFException("the input ended in the middle of a message");
        }
        return Frame.of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Reads a line into the buffer without its end; its length (one more than fits where it is too long), or -1. */
    private int readLine() throws IOException {
        int count = 0;
        while (true) {
            int b = in.read();
            if (b < 0) {
                return -1;
            }
            if (b == '\n') {
                boolean hasReturn = count > 0 && line[count - 1] == '\r';
                return hasReturn ? count - 1 : count;
            }
            if (count < MAX_HEADER_LINE) {
                line[count] = (byte) b;
                count++;
            } else {
                return skipLine();
            }
        }
    }

    /** Reads past a line that is too long. */
    private int skipLine() throws IOException {
        int b;
        do {
            b = in.read();
        } while (b >= 0 && b != '\n');
        return b < 0 ? -1 : MAX_HEADER_LINE + 1;
    }

    private static long parseLength(String value) {
        if (value.isEmpty() || value.length() > 18) {
            return -1;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(value);
    }

    private static String shorten(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
