package dev.sandshell.rpc;

import dev.sandshell.session.ExecResult;
import dev.sandshell.session.ExecView;
import dev.sandshell.session.OutcomeWords;
import dev.sandshell.session.OutputChunk;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.StreamName;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.session.TypedCommand;
import dev.sandshell.session.Utf8Decoder;
import dev.sandshell.terminal.TerminalFeed;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the terminals of one client are sent because of the events that it is told of; null where that goes without saying.
 * Confined to the scheduler.
 */
final class TerminalTexts {
    private final ToIntFunction<String> columns;

    /** Of each session that the client is attached to and has been told of. */
    private final Map<String, Following> sessions = new HashMap<>();

    /**
     * @param columns how wide the terminal of a session is
     */
    TerminalTexts(ToIntFunction<String> columns) {
        this.columns = columns;
    }

    /** Of terminals as wide as the sessions have them; what is left to tell of one that is over is not shown anywhere. */
    static TerminalTexts of(SessionRegistry registry) {
        return new TerminalTexts(sessionId -> registry.find(sessionId)
                .map(session -> session.console().size())
                .orElse(TerminalSize.DEFAULT)
                .cols());
    }

    /** What is known of one session's terminal, from what number on. */
    private static final class Following {
        private final TerminalFeed feed;
        private long lastSeq;

        /** For the bytes of commands that are not told as text; of no more than have not closed. */
        private final Map<String, Map<StreamName, Utf8Decoder>> decoders = new HashMap<>();

        private Following(TerminalFeed feed) {
            this.feed = feed;
        }

        /** What a chunk says; its own text where it has one. */
        private String textOf(OutputChunk chunk) {
            byte[] bytes = chunk.bytes();
            if (bytes == null) {
                return chunk.text() == null ? "" : chunk.text();
            }
            return decoders.computeIfAbsent(String.valueOf(chunk.execId()), fresh -> new HashMap<>())
                    .computeIfAbsent(chunk.stream(), fresh -> new Utf8Decoder())
                    .decode(bytes, bytes.length);
        }
    }

    /** What comes again, or was before that, is told to one who knows nothing of what came after. */
    private Following follow(String sessionId, long seq) {
        Following known = sessions.get(sessionId);
        if (known == null || seq <= known.lastSeq) {
            known = new Following(new TerminalFeed(() -> columns.applyAsInt(sessionId)));
            sessions.put(sessionId, known);
        }
        known.lastSeq = seq;
        return known;
    }

    @Nullable
    String started(ExecView exec, long seq) {
        TerminalFeed feed = follow(exec.sessionId(), seq).feed;
        return TypedCommand.isTyped(exec.execId())
                ? null
                : orNull(feed.started(exec.execId(), exec.command(), exec.isBackground()));
    }

    @Nullable
    String output(String sessionId, OutputChunk chunk) {
        Following following = follow(sessionId, chunk.seq());
        String execId = chunk.execId();
        String text = following.textOf(chunk);
        String shown = execId == null
                ? following.feed.shown(text)
                : following.feed.output(execId, chunk.stream() == StreamName.TERMINAL, text);
        return shown.equals(chunk.text()) ? null : shown;
    }

    @Nullable
    String exited(ExecResult result, long seq) {
        TerminalFeed feed = follow(result.sessionId(), seq).feed;
        return TypedCommand.isTyped(result.execId())
                ? null
                : orNull(feed.exited(result.execId(), result.status().exitCode(), OutcomeWords.of(result)));
    }

    @Nullable
    String closed(String sessionId, String execId, long seq) {
        Following following = follow(sessionId, seq);
        following.decoders.remove(execId);
        return orNull(following.feed.closed(execId));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The session is over, or the client is not told of it any more. */
    void forget(String sessionId) {
        sessions.remove(sessionId);
    }
}
