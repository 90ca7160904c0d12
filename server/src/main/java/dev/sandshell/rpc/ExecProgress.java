package dev.sandshell.rpc;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.ProgressNotification;
import dev.sandshell.protocol.WorkDoneProgress;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.OutcomeWords;
import dev.sandshell.session.OutputChunk;
import dev.sandshell.terminal.Escapes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * LSP's work done progress of one command: begin, at most ten reports a second, end. Confined to the scheduler.
 *
 * <p>Where the client gave no token, one is made for a command that runs longer than {@link #PATIENCE}; it begins when
 * the client has accepted it.
 */
final class ExecProgress {
    /** How long a command runs before it is worth a token of ours. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int MAX_MESSAGE = 200;
    private static final Pattern PERCENTAGE = Pattern.compile("(?<![\\d.])(\\d{1,3})(?:\\.\\d+)? ?%");

    private final ClientChannel channel;
    private final Scheduler scheduler;
    private final String sessionId;
    private final String title;
    private final Runnable cancel;
    private @Nullable Either<String, Integer> token;
    private @Nullable Runnable ask;
    private boolean isShown;
    private boolean isOver;
    private boolean isReportDue;
    private String lastLine = "";
    private Scheduler.@Nullable Cancellable timer;

    ExecProgress(
            ClientChannel channel,
            Scheduler scheduler,
            String sessionId,
            String command,
            @Nullable Either<String, Integer> token,
            Runnable cancel) {
        this.channel = channel;
        this.scheduler = scheduler;
        this.sessionId = sessionId;
        title = shorten(command.strip().lines().findFirst().orElse(""));
        this.token = token;
        this.cancel = cancel;
    }

    boolean hasToken(Either<String, Integer> other) {
        return other.equals(token);
    }

    void cancel() {
        cancel.run();
    }

    /** Has the client make a token once the command has run for a while. */
    void askForToken(Either<String, Integer> fresh, Function<Either<String, Integer>, CompletableFuture<?>> create) {
        ask = () -> {
            CompletableFuture<?> unused = create.apply(fresh)
                    .thenRun(() -> scheduler.execute(() -> {
                        if (!isOver) {
                            token = fresh;
                            show();
                        }
                    }));
        };
    }

    /** The command runs. */
    void begin() {
        Runnable later = ask;
        if (later != null) {
            timer = scheduler.schedule(PATIENCE, later);
        }
        show();
    }

    private void show() {
        if (token != null && !isShown) {
            isShown = true;
            send(new WorkDoneProgress("begin", title, true, null, null));
        }
    }

    void output(OutputChunk chunk) {
        String text = chunk.text();
        if (text == null) {
            return;
        }
        lastLine = lastLineOf(lastLine, text);
        if (isShown && !isReportDue) {
            isReportDue = true;
            timer = scheduler.schedule(INTERVAL, this::report);
        }
    }

    private void report() {
        isReportDue = false;
        // A client that does not read misses reports, not more.
        if (!isOver && !channel.isSaturated(sessionId)) {
            String plain =
                    Escapes.removed(lastLine).replaceAll("\\p{Cntrl}", "").strip();
            Matcher matcher = PERCENTAGE.matcher(plain);
            Integer percentage = null;
            while (matcher.find()) {
                int value = Integer.parseInt(matcher.group(1));
                percentage = value <= 100 ? Integer.valueOf(value) : percentage;
            }
            send(new WorkDoneProgress("report", null, null, shorten(plain), percentage));
        }
    }

    void end(ExecResult result) {
        end(OutcomeWords.of(result));
    }

    /** The command will never run. */
    void abandon() {
        end("did not run");
    }

    private void end(String message) {
        isOver = true;
        if (timer != null) {
            timer.cancel();
        }
        if (isShown) {
            send(new WorkDoneProgress("end", null, null, message, null));
        }
    }

    private void send(WorkDoneProgress step) {
        Either<String, Integer> known = token;
        if (known != null) {
            channel.notify(sessionId, Methods.PROGRESS, new ProgressNotification(known, step), 0);
        }
    }

    /** The last line that is not empty; a carriage return begins it anew, as on a terminal. */
    private static String lastLineOf(String before, String text) {
        String tail = text.length() > 4 * MAX_MESSAGE ? text.substring(text.length() - 4 * MAX_MESSAGE) : before + text;
        String[] lines = tail.split("[\r\n]+", -1);
        for (int i = lines.length - 1; i >= 0; i--) {
            if (!lines[i].isBlank()) {
                return lines[i].length() > 4 * MAX_MESSAGE
                        ? lines[i].substring(lines[i].length() - 4 * MAX_MESSAGE)
                        : lines[i] + (i == lines.length - 1 && !endsLine(tail) ? "" : "\n");
            }
        }
        return "";
    }

    private static boolean endsLine(String text) {
        return text.endsWith("\n") || text.endsWith("\r");
    }

    private static String shorten(String text) {
        return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE - 1) + "…" : text;
    }
}
