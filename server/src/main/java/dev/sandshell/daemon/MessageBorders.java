package dev.sandshell.daemon;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Follows what a client sends just closely enough to know whether it has said {@code shutdown}: where messages begin and
 * end, and the method of the small ones. What is no protocol is not its concern: the daemon answers that. One thread.
 */
final class MessageBorders {
    /** More than any {@code shutdown} takes, in bytes. */
    private static final int SMALL = 512;

    private static final int MAX_HEADER = 8_192;
    private static final String LENGTH = "content-length:";

    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private boolean isLost;
    private boolean isInBody;
    private long bodyLeft;
    private boolean isBodySmall;
    private boolean hasShutDown;

    /** Whether the client has asked for {@code shutdown}, as it should before it says {@code exit}. */
    boolean hasShutDown() {
        return hasShutDown;
    }

    /** The client has sent this, too. */
    void passed(byte[] bytes, int length) {
        int at = 0;
        while (at < length && !isLost) {
            at = isInBody ? body(bytes, at, length) : header(bytes, at, length);
        }
    }

    private int header(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !isInBody && !isLost) {
            part.write(bytes[at]);
            at++;
            isLost = part.size() > MAX_HEADER;
            if (bytes[at - 1] == '\n') {
                headerLine();
            }
        }
        return at;
    }

    private void headerLine() {
        String header = part.toString(StandardCharsets.ISO_8859_1);
        if (header.endsWith("\r\n\r\n")) {
            part.reset();
            begin(header);
        }
    }

    private void begin(String header) {
        isLost = true;
        for (String line : header.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                try {
                    bodyLeft = Long.parseLong(line.substring(LENGTH.length()).strip());
                    isLost = bodyLeft < 0;
                } catch (NumberFormatException e) {
                    return;
                }
            }
        }
        isBodySmall = bodyLeft <= SMALL;
        isInBody = bodyLeft > 0;
    }

    private int body(byte[] bytes, int from, int to) {
        int count = (int) Math.min(bodyLeft, to - from);
        if (isBodySmall) {
            part.write(bytes, from, count);
        }
        bodyLeft -= count;
        if (bodyLeft == 0) {
            isInBody = false;
            look(part.toString(StandardCharsets.UTF_8));
            part.reset();
        }
        return from + count;
    }

    private void look(String text) {
        if (!text.contains("shutdown")) {
            return;
        }
        try {
            hasShutDown |= JsonParser.parseString(text) instanceof JsonObject message
                    && message.get("method") instanceof JsonPrimitive method
                    && method.getAsString().equals("shutdown");
        } catch (JsonParseException e) {
            // The daemon tells the client so.
        }
    }
}
