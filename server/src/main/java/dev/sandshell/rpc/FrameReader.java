package dev.sandshell.rpc;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages framed as LSP says: header lines, an empty line, so many bytes. Owned by the reader thread.
 *
 * <p>Bounded and hard to lose: of a header line longer than {@value #MAX_HEADER_LINE} bytes only the end is kept, anything
 * that is no header is skipped up to the next one, also where that follows in the same line, as it does behind a body
 * whose length was wrong, and a body over the limit is read past, so that the message after it is found again.
 */
final class FrameReader {
    /** Far more than any header; LSP has two, of some thirty bytes. */
    private static final int MAX_HEADER_LINE = 4_096;

    /** Enough to find a {@code Content-Length} at the end of a line that is too long. */
    private static final int KEPT = 256;

    private static final String CONTENT_LENGTH = "content-length:";
    private static final String CONTENT_TYPE = "content-type:";

    /** The second is no name of an encoding, but was one in LSP once. */
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final int maxBodyBytes;
    private final byte[] line = new byte[MAX_HEADER_LINE];
    private boolean isCut;

    FrameReader(InputStream in, int maxBodyBytes) {
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.maxBodyBytes = maxBodyBytes;
    }

    /** A message as it came, in UTF-8. */
    record Body(byte[] bytes) {
        /** Up to here a text of its own costs less than decoding piece by piece. */
        private static final int SHORT = 64 * 1024;

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Its characters; a long message is decoded as it is read, so that it is not in memory once more. */
        Reader reader() {
            return bytes.length <= SHORT
                    ? new StringReader(text())
                    : new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        }
    }

    /** A frame: its body, or what is wrong with it. */
    record Frame(@Nullable Body body, @Nullable String complaint) {
        static Frame of(byte[] body) {
            return new Frame(new Body(body), null);
        }

        static Frame bad(String complaint) {
            return new Frame(null, complaint);
        }
    }

    /**
     * The next frame; null at the end of the input, also in the middle of a header.
     *
     * @throws EOFException where the input ends in the middle of a body
     */
    @Nullable
    Frame next() throws IOException {
        long length = -1;
        String complaint = null;
        String ofType = null;
        while (true) {
            int count = readLine();
            if (count < 0) {
                return null;
            }
            if (count == 0) {
                if (length >= 0) {
                    // Read in any case, or it would be taken for headers.
                    Frame whole = body(length);
                    String why = complaint == null ? ofType : complaint;
                    return why == null ? whole : Frame.bad(why);
                }
                if (complaint != null) {
                    return Frame.bad(complaint);
                }
                // An empty line before any header: nothing to say about it.
                continue;
            }
            String header = new String(line, 0, count, StandardCharsets.ISO_8859_1);
            int at = header.toLowerCase(Locale.ROOT).lastIndexOf(CONTENT_LENGTH);
            if (at >= 0) {
                String value = header.substring(at + CONTENT_LENGTH.length()).strip();
                length = parseLength(value);
                complaint =
                        length < 0 ? "Content-Length must be a number of bytes, got \"" + shorten(value) + "\"" : null;
            } else if (header.regionMatches(true, 0, CONTENT_TYPE, 0, CONTENT_TYPE.length())) {
                ofType = complaintOfType(header);
            } else if (isCut) {
                complaint = "a header line is longer than " + MAX_HEADER_LINE + " bytes";
            } else if (header.indexOf(':') <= 0) {
                complaint = "expected a header such as \"Content-Length: 42\", got \"" + shorten(header) + "\"";
            }
        }
    }

    private static @Nullable String complaintOfType(String header) {
        Matcher charset = CHARSET.matcher(header);
        return !charset.find() || CHARSETS.contains(charset.group(1).toLowerCase(Locale.ROOT))
                ? null
                : "the content must be in utf-8, got \"" + shorten(charset.group(1)) + "\"";
    }

    private Frame body(long length) throws IOException {
        if (length > maxBodyBytes) {
            readPast(length);
            return Frame.bad("the message has " + length + " bytes; the limit is " + maxBodyBytes);
        }
        byte[] bytes = new byte[(int) length];
        if (in.readNBytes(bytes, 0, bytes.length) < length) {
            throw new EOFException("the input ended in the middle of a message");
        }
        return Frame.of(bytes);
    }

    /** Reads and forgets: a pipe cannot be skipped, which the stream would try. */
    private void readPast(long length) throws IOException {
        byte[] forgotten = new byte[64 * 1024];
        long left = length;
        while (left > 0) {
            int count = in.read(forgotten, 0, (int) Math.min(forgotten.length, left));
            if (count < 0) {
                throw new EOFException("the input ended in the middle of a message");
            }
            left -= count;
        }
    }

    /** Reads a line into the buffer without its end, or the last part of one that is too long; its length, or -1. */
    private int readLine() throws IOException {
        int count = 0;
        isCut = false;
        while (true) {
            int b = in.read();
            if (b < 0) {
                return -1;
            }
            if (b == '\n') {
                boolean hasReturn = count > 0 && line[count - 1] == '\r';
                return hasReturn ? count - 1 : count;
            }
            if (count == MAX_HEADER_LINE) {
                System.arraycopy(line, count - KEPT, line, 0, KEPT);
                count = KEPT;
                isCut = true;
            }
            line[count] = (byte) b;
            count++;
        }
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
