package dev.sandshell.output;

import com.google.common.collect.ImmutableList;
import dev.sandshell.terminal.PlainLines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The file itself: plain text, each line as it was last, the line that is not ended included. Used by one thread at a time.
 *
 * <p>It has at most {@link #MOST} bytes; where there would be more, the older half goes, and the first line says so.
 */
final class OutputText {
    private static final Logger LOG = Logger.getLogger(OutputText.class.getName());
    private static final int MOST = 1 << 20;
    private static final String LEFT_OUT = "… what was here before is left out …\n";

    private static final int MOST_LAST_LINES = 10;
    private static final int MOST_OF_LINE = 500;

    /**
     * Something to be written.
     *
     * @param source the command that has printed it; empty for a line of ours
     * @param lastLines where the command is over, who is told its last lines; the text is a line of ours then
     */
    record Piece(String source, String text, @Nullable CompletableFuture<ImmutableList<String>> lastLines) {}

    private final Path path;
    private PlainLines lines = new PlainLines();
    private String source = "";
    private final ArrayDeque<String> lastLines = new ArrayDeque<>();
    private String lastLinesSource = "";

    /** Where the line begins that has not ended. */
    private long lineStart;

    private @Nullable FileChannel channel;
    private boolean isGivenUp;

    OutputText(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Answers what is to be told once it is done. */
    List<Runnable> write(List<Piece> pieces) {
        List<Runnable> news = new ArrayList<>();
        StringBuilder ended = new StringBuilder();
        for (Piece piece : pieces) {
            CompletableFuture<ImmutableList<String>> asked = piece.lastLines();
            if (asked != null) {
                ImmutableList<String> last = lastLinesOf(piece.source());
                news.add(() -> asked.complete(last));
            }
            String from = asked == null ? piece.source() : "";
            if (!from.equals(source)) {
                ended.append(remember(lines.end()));
                // What the one before has left open, such as a title without an end, is not this one's.
                lines = new PlainLines();
                source = from;
            }
            ended.append(remember(lines.add(piece.text())));
        }
        if (!isGivenUp) {
            try {
                put(ended.toString(), lines.rest());
            } catch (IOException e) {
                LOG.log(Level.WARNING, path + " cannot be written any more, so output is not shown there", e);
                isGivenUp = true;
            }
        }
        return news;
    }

    /** The one without an end included; none where another has printed since. */
    private ImmutableList<String> lastLinesOf(String execId) {
        ImmutableList.Builder<String> last = ImmutableList.builder();
        if (lastLinesSource.equals(execId)) {
            last.addAll(lastLines);
        }
        String rest = source.equals(execId) ? lines.rest() : "";
        return rest.isBlank() ? last.build() : last.add(cut(rest)).build();
    }

    private String remember(String ended) {
        if (source.isEmpty() || ended.isEmpty()) {
            return ended;
        }
        if (!lastLinesSource.equals(source)) {
            lastLines.clear();
            lastLinesSource = source;
        }
        int end = ended.length() - 1;
        ArrayDeque<String> newest = new ArrayDeque<>();
        while (end >= 0 && newest.size() < MOST_LAST_LINES) {
            int begin = ended.lastIndexOf('\n', end - 1) + 1;
            newest.addFirst(cut(ended.substring(begin, end)));
            end = begin - 1;
        }
        lastLines.addAll(newest);
        while (lastLines.size() > MOST_LAST_LINES) {
            lastLines.removeFirst();
        }
        return ended;
    }

    private static String cut(String line) {
        return line.length() > MOST_OF_LINE ? line.substring(0, MOST_OF_LINE - 1) + "…" : line;
    }

    private void put(String ended, String rest) throws IOException {
        FileChannel file = channel();
        byte[] whole = ended.getBytes(StandardCharsets.UTF_8);
        byte[] open = rest.getBytes(StandardCharsets.UTF_8);
        file.truncate(lineStart);
        append(file, whole);
        lineStart = file.position();
        append(file, open);
        if (file.position() > MOST) {
            forgetOlderHalf(file);
        }
    }

    private void forgetOlderHalf(FileChannel file) throws IOException {
        byte[] kept = new byte[MOST / 2];
        long from = file.position() - kept.length;
        ByteBuffer buffer = ByteBuffer.wrap(kept);
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {}
        int line = 0;
        while (line < kept.length && kept[line] != '\n') {
            line++;
        }
        int begin = Math.min(line + 1, kept.length);
        // A line without an end that is longer than all that is kept begins in the middle.
        begin = from + begin > lineStart ? 0 : begin;
        long startOfOpenLine = Math.max(0, lineStart - from - begin);
        file.truncate(0);
        byte[] said = LEFT_OUT.getBytes(StandardCharsets.UTF_8);
        append(file, said);
        append(file, Arrays.copyOfRange(kept, begin, kept.length));
        lineStart = said.length + startOfOpenLine;
    }

    private static void append(FileChannel file, byte[] bytes) throws IOException {
        file.position(file.size());
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            open.truncate(0);
            channel = open;
        }
        return open;
    }

    String read() throws IOException {
        return Files.exists(path) ? Files.readString(path) : "";
    }

    void delete() {
        isGivenUp = true;
        try {
            if (channel != null) {
                channel.close();
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(Level.WARNING, path + " could not be removed", e);
        }
    }
}
