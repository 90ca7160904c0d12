package dev.sandshell.session;

import dev.sandshell.session.ExecResult.Collected;
import dev.sandshell.session.ExecView.Phase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one session as bytes, and back, exactly. The form has no version: it is read by the process alone that has
 * written it. Results come without what was collected, as the log has them. Any thread may call.
 */
@SuppressWarnings("EnumOrdinal") // One process writes and reads, so what it counts stays as it is.
final class EventCodec {
    private static final int STARTED = 1;
    private static final int OUTPUT = 2;
    private static final int INPUT_REQUIRED = 3;
    private static final int EXITED = 4;
    private static final int CLOSED = 5;

    private final String sessionId;

    EventCodec(String sessionId) {
        this.sessionId = sessionId;
    }

    byte[] encode(List<SessionEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (SessionEvent event : events) {
                write(out, event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    List<SessionEvent> decode(byte[] bytes) {
        List<SessionEvent> events = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                events.add(read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a page of the log is damaged", e);
        }
        return events;
    }

    private static void write(DataOutputStream out, SessionEvent event) throws IOException {
        // Java 17 has no switch over the kinds of a sealed type yet.
        if (event instanceof SessionEvent.Output output) {
            begin(out, OUTPUT, event);
            write(out, output);
        } else if (event instanceof SessionEvent.Started started) {
            begin(out, STARTED, event);
            write(out, started.exec());
        } else if (event instanceof SessionEvent.InputRequired required) {
            begin(out, INPUT_REQUIRED, event);
            out.writeBoolean(required.isSecret());
        } else if (event instanceof SessionEvent.Exited exited) {
            begin(out, EXITED, event);
            write(out, exited.result());
        } else {
            begin(out, CLOSED, event);
        }
    }

    private static void begin(DataOutputStream out, int kind, SessionEvent event) throws IOException {
        out.writeByte(kind);
        out.writeLong(event.seq());
        writeText(out, event.execId());
    }

    private SessionEvent read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        long seq = in.readLong();
        String execId = readText(in);
        if (kind == OUTPUT) {
            return readOutput(in, seq, execId);
        }
        if (execId == null) {
            throw new IOException("an event " + kind + " of no command");
        }
        return switch (kind) {
            case STARTED -> new SessionEvent.Started(readView(in, execId), seq);
            case INPUT_REQUIRED -> new SessionEvent.InputRequired(sessionId, execId, in.readBoolean(), seq);
            case EXITED -> new SessionEvent.Exited(readResult(in, execId), seq);
            case CLOSED -> new SessionEvent.Closed(sessionId, execId, seq);
            default -> throw new IOException("no event is of kind " + kind);
        };
    }

    private static void write(DataOutputStream out, SessionEvent.Output output) throws IOException {
        OutputChunk chunk = output.chunk();
        out.writeBoolean(output.isTold());
        out.writeByte(chunk.stream().ordinal());
        out.writeLong(chunk.offset());
        out.writeInt(chunk.length());
        writeText(out, chunk.text());
        writeBytes(out, chunk.bytes());
    }

    private SessionEvent readOutput(DataInputStream in, long seq, @Nullable String execId) throws IOException {
        boolean isTold = in.readBoolean();
        StreamName stream = StreamName.values()[in.readByte()];
        long offset = in.readLong();
        int length = in.readInt();
        return new SessionEvent.Output(
                sessionId, new OutputChunk(seq, execId, stream, offset, length, readText(in), readBytes(in)), isTold);
    }

    private static void write(DataOutputStream out, ExecView view) throws IOException {
        writeText(out, view.command());
        writeText(out, view.cwd());
        out.writeByte(view.phase().ordinal());
        out.writeBoolean(view.isBackground());
        write(out, view.status());
        out.writeLong(view.stdoutBytes());
        out.writeLong(view.stderrBytes());
        writeNumber(out, view.startedAtMs());
        writeNumber(out, view.durationMs());
    }

    private ExecView readView(DataInputStream in, String execId) throws IOException {
        return new ExecView(
                sessionId,
                execId,
                someText(in),
                someText(in),
                Phase.values()[in.readByte()],
                in.readBoolean(),
                readStatus(in),
                in.readLong(),
                in.readLong(),
                readNumber(in),
                readNumber(in));
    }

    private static void write(DataOutputStream out, ExecResult result) throws IOException {
        write(out, result.status());
        out.writeLong(result.stdout().total());
        out.writeLong(result.stderr().total());
        out.writeByte(result.encoding().ordinal());
        out.writeLong(result.startedAtMs());
        out.writeLong(result.durationMs());
        writeText(out, result.cwd());
    }

    private ExecResult readResult(DataInputStream in, String execId) throws IOException {
        return new ExecResult(
                sessionId,
                execId,
                readStatus(in),
                new Collected(new byte[0], 0, in.readLong()),
                new Collected(new byte[0], 0, in.readLong()),
                OutputEncoding.values()[in.readByte()],
                in.readLong(),
                in.readLong(),
                someText(in));
    }

    private static void write(DataOutputStream out, ExecStatus status) throws IOException {
        Integer code = status.exitCode();
        writeNumber(out, code == null ? null : code.longValue());
        writeText(out, status.signal());
        out.writeBoolean(status.timedOut());
        out.writeBoolean(status.shellExited());
        out.writeBoolean(status.stateRestored());
    }

    private static ExecStatus readStatus(DataInputStream in) throws IOException {
        Long code = readNumber(in);
        return new ExecStatus(
                code == null ? null : code.intValue(),
                readText(in),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean());
    }

    private static void writeNumber(DataOutputStream out, @Nullable Long number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeLong(number);
        }
    }

    private static @Nullable Long readNumber(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readLong() : null;
    }

    /** Text here is whole: what comes from clients is checked, and what commands print is decoded. */
    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        writeBytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        byte[] bytes = readBytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String someText(DataInputStream in) throws IOException {
        String text = readText(in);
        return text == null ? "" : text;
    }

    private static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
