package dev.sandshell.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/**
 * Writes messages framed as LSP says, each with one call of the stream. Owned by the writer thread. The body is put
 * together in a buffer that is used again, so that a long stream of output makes little garbage.
 */
final class FrameWriter {
    private static final int INITIAL = 128 * 1024;
    private static final int KEPT = 4 << 20;

    /** Room for the header in front of the body, which is not known before the body is. */
    private static final int HEADER = 40;

    private final OutputStream out;
    private final MessageJsonHandler json;

    FrameWriter(OutputStream out, MessageJsonHandler json) {
        this.out = out;
        this.json = json;
    }

    private Buffer buffer = new Buffer();

    void write(Message message) throws IOException {
        buffer.position = HEADER;
        json.serialize(message, buffer);
        int length = buffer.position - HEADER;
        byte[] header = ("Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        int start = HEADER - header.length;
        System.arraycopy(header, 0, buffer.bytes, start, header.length);
        out.write(buffer.bytes, start, buffer.position - start);
        out.flush();
        if (buffer.bytes.length > KEPT) {
            buffer = new Buffer();
        }
    }

    /** Encodes as it is written to; what is ASCII, which is nearly all, goes the short way. */
    private static final class Buffer extends Writer {
        private byte[] bytes = new byte[INITIAL];
        private int position;
        private char highSurrogate;

        @Override
        public void write(int c) {
            ensure(4);
            put((char) c);
        }

        @Override
        public void write(String text, int from, int length) {
            ensure(3L * length + 3);
            for (int i = from; i < from + length; i++) {
                char c = text.charAt(i);
                if (c < 0x80 && highSurrogate == 0) {
                    bytes[position++] = (byte) c;
                } else {
                    put(c);
                }
            }
        }

        @Override
        public void write(char[] text, int from, int length) {
            ensure(3L * length + 3);
            for (int i = from; i < from + length; i++) {
                put(text[i]);
            }
        }

        private void put(char c) {
            if (highSurrogate != 0) {
                putPair(highSurrogate, c);
            } else if (c < 0x80) {
                bytes[position++] = (byte) c;
            } else if (c < 0x800) {
                bytes[position++] = (byte) (0xc0 | (c >> 6));
                bytes[position++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isHighSurrogate(c)) {
                highSurrogate = c;
            } else if (Character.isLowSurrogate(c)) {
                bytes[position++] = '?';
            } else {
                bytes[position++] = (byte) (0xe0 | (c >> 12));
                bytes[position++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                bytes[position++] = (byte) (0x80 | (c & 0x3f));
            }
        }

        private void putPair(char high, char low) {
            highSurrogate = 0;
            if (!Character.isLowSurrogate(low)) {
                // Half a character, which UTF-8 cannot say.
                bytes[position++] = '?';
                put(low);
                return;
            }
            int code = Character.toCodePoint(high, low);
            bytes[position++] = (byte) (0xf0 | (code >> 18));
            bytes[position++] = (byte) (0x80 | ((code >> 12) & 0x3f));
            bytes[position++] = (byte) (0x80 | ((code >> 6) & 0x3f));
            bytes[position++] = (byte) (0x80 | (code & 0x3f));
        }

        private void ensure(long more) {
            long needed = position + more;
            if (needed > bytes.length) {
                long grown = Math.min(Integer.MAX_VALUE - 8L, Math.max(2L * bytes.length, needed));
                bytes = java.util.Arrays.copyOf(bytes, (int) grown);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
