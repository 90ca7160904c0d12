package dev.sandshell.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Puts a shell's reports together from the bytes of its FIFO, however they are cut. A report is a tag, which is a letter
 * and a number, and as many fields as the letter has. Confined to the event loop.
 */
final class ReportParser {
    private static final Logger LOG = Logger.getLogger(ReportParser.class.getName());

    /** One report. */
    interface Receiver {
        void report(Kind kind, long number, List<String> fields);
    }

    /** What a report is about. */
    enum Kind {
        /** A line of ours has been run: status, option letters, working directory. */
        DONE('d', 3),
        /** A background job has been started: its process. */
        JOB('j', 1),
        /** A background job has ended: status. */
        ENDED('e', 1),
        /** A command has its streams open. */
        OPENED('o', 0),
        /** The shell is about to exit, and its last state is written. */
        EXITING('x', 0),
        /** The shell is about to show its prompt: status of the command before, working directory. */
        PROMPT('p', 2),
        /** The shell is about to run what the user has typed: text, where it is to be kept. */
        COMMAND('c', 1),
        /** After a prompt's: the last line of the shell's history, by its number, has been written down. */
        TYPED('h', 0),
        /** Before an exit: the last line of the shell's history has been written down. */
        LAST_TYPED('g', 0),
        /** A turn of the prompt channel is over. */
        TURN_OVER('t', 0),
        /** What the user has typed so far in a line that they have not ended: text, position. */
        LINE('l', 2);

        final char letter;
        final int fields;

        Kind(char letter, int fields) {
            this.letter = letter;
            this.fields = fields;
        }
    }

    /** More than the longest path and what people type, less than a flood. */
    private static final int MAX_FIELD = 64 * 1024;

    private final Receiver receiver;
    private final List<String> fields = new ArrayList<>();
    private byte[] buffer = new byte[256];
    private int length;

    ReportParser(Receiver receiver) {
        this.receiver = receiver;
    }

    /** The shell is gone: what it has begun to say will not be finished. */
    void reset() {
        length = 0;
        fields.clear();
    }

    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == 0) {
                fields.add(new String(buffer, 0, length, StandardCharsets.UTF_8));
                length = 0;
                finishIfWhole();
            } else if (length < MAX_FIELD) {
                if (length == buffer.length) {
                    buffer = java.util.Arrays.copyOf(buffer, 2 * length);
                }
                buffer[length++] = bytes[i];
            }
        }
    }

    private void finishIfWhole() {
        String tag = fields.get(0);
        Kind kind = kindOf(tag);
        if (kind == null) {
            // Not one of ours: somebody found the FIFO. The next report begins with the next field.
            fields.clear();
        } else if (fields.size() > kind.fields) {
            List<String> values = List.copyOf(fields.subList(1, fields.size()));
            fields.clear();
            receiver.report(kind, Long.parseLong(tag, 1, tag.length(), 10), values);
        }
    }

    private static @org.jspecify.annotations.Nullable Kind kindOf(String tag) {
        if (tag.length() < 2 || tag.length() > 18) {
            return null;
        }
        for (int i = 1; i < tag.length(); i++) {
            if (tag.charAt(i) < '0' || tag.charAt(i) > '9') {
                return null;
            }
        }
        for (Kind kind : Kind.values()) {
            if (kind.letter == tag.charAt(0)) {
                return kind;
            }
        }
        return null;
    }

    /** A status or a process, as a report says it. */
    static int number(String field) {
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException e) {
            LOG.log(Level.WARNING, "a report with a number that is none");
            return 0;
        }
    }
}
