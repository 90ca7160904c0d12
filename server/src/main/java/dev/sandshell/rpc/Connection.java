package dev.sandshell.rpc;

import dev.sandshell.concurrent.BoundedOutbox;
import dev.sandshell.concurrent.NamedThreads;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SandboxServer;
import dev.sandshell.session.ShellSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.jspecify.annotations.Nullable;

/**
 * One client on a pair of streams: LSP4J between our own frames, gate and outbox. A reader thread and a writer thread are
 * its own; {@link #ended} completes with the exit code when the client has gone, in order or not. Any thread may close it.
 */
public final class Connection implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Connection.class.getName());

    private static final String JSONRPC = "2.0";

    /** How long a message that is not urgent may wait for another to go along with. */
    private static final Duration LEISURE = Duration.ofMillis(2);

    /** What the event loop may write itself, in bytes. */
    private static final int SHORT = 2048;

    private final ServerContext context;
    private final InputStream in;
    private final @Nullable PromptOutput prompt;
    private final FrameWriter frames;
    private final Runnable writing = this::writeNow;
    private final AtomicBoolean isWritingDue = new AtomicBoolean();
    private final BoundedOutbox<Message> outbox;
    private final ClientChannel channel;
    private final SandboxEndpoint endpoint;
    private final MessageJsonHandler json;
    private final RequestIds ids;
    private final RemoteEndpoint remote;
    private final Thread reader;
    private final Thread writer;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    /**
     * @param prompt writes to where {@code out} leads without waiting, where that can be done
     */
    public Connection(
            ServerContext context,
            InputStream in,
            OutputStream out,
            @Nullable PromptOutput prompt,
            Consumer<InitializeParams> whenInitialized) {
        this.context = context;
        this.in = in;
        this.prompt = prompt;
        outbox = new BoundedOutbox<>(new Draining(), this::writeSoon, this::writeAtLeisure);
        channel = new ClientChannel(outbox, () -> end(1));
        endpoint = new SandboxEndpoint(context, channel, this::request, whenInitialized, this::end);
        Map<String, JsonRpcMethod> methods =
                new LinkedHashMap<>(ServiceEndpoints.getSupportedMethods(SandboxServer.class));
        methods.putAll(ServiceEndpoints.getSupportedMethods(SandboxClient.class));
        json = new StrictMessages(methods);
        MessageConsumer answers = this::answer;
        remote = new RemoteEndpoint(answers, ServiceEndpoints.toEndpoint(endpoint), RpcErrors::of);
        json.setMethodProvider(remote);
        remote.setJsonHandler(json);
        frames = new FrameWriter(out, json);
        ids = new RequestIds(new LifecycleGate(remote, answers, requests(), endpoint::isInitialized), channel);
        reader = NamedThreads.factory("rpc-reader").newThread(this::read);
        writer = NamedThreads.factory("rpc-writer").newThread(this::write);
    }

    private static Set<String> requests() {
        return ServiceEndpoints.getSupportedMethods(SandboxServer.class).values().stream()
                .filter(method -> !method.isNotification())
                .map(JsonRpcMethod::getMethodName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void answer(Message message) {
        ids.leave(message);
    }

    private CompletableFuture<?> request(String method, @Nullable Object params) {
        return remote.request(method, params);
    }

    public void start() {
        writer.start();
        reader.start();
    }

    /** Completes with the exit code once the client has said {@code exit}, or its input has ended. */
    public CompletableFuture<Integer> ended() {
        return ended.copy();
    }

    private void end(int exitCode) {
        ended.complete(exitCode);
    }

    private final class Draining implements BoundedOutbox.DrainListener {
        @Override
        public void drained(String lane) {
            context.scheduler().execute(() -> context.registry().find(lane).ifPresent(ShellSession::outputDrained));
        }

        @Override
        public void noticesDrained() {
            context.scheduler().execute(() -> context.registry().onlookerDrained(channel));
        }
    }

    private void read() {
        FrameReader frames = new FrameReader(in, context.maxMessageBytes());
        try {
            boolean hasMore = true;
            while (hasMore && !ended.isDone()) {
                hasMore = readOne(frames);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the client's input has broken off", e);
        } finally {
            // After what the last messages asked for, such as to exit.
            context.scheduler().execute(() -> end(1));
        }
    }

    /**
     * Takes one message in, and not before the client has taken the most of what it has been answered. What is read is in
     * no variable any more when the next one is waited for: it may be large.
     */
    private boolean readOne(FrameReader frames) throws IOException {
        try {
            outbox.awaitRoom();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        FrameReader.Frame frame = frames.next();
        if (frame == null) {
            return false;
        }
        FrameReader.Body body = frame.body();
        if (body == null) {
            channel.consume(MalformedMessages.response(null, RpcErrors.parseError(String.valueOf(frame.complaint()))));
        } else {
            receive(body);
        }
        return true;
    }

    private void receive(FrameReader.Body body) {
        Message message;
        try {
            message = json.parseMessage(body.reader());
        } catch (RuntimeException | StackOverflowError e) {
            refuse(body.text(), e);
            return;
        }
        if (message == null) {
            refuse(body.text(), new IllegalArgumentException("null"));
            return;
        }
        if (!message.getJsonrpc().equals(JSONRPC)) {
            answerMalformed(MalformedMessages.answerToVersion(message), "it is of another version of JSON-RPC");
            return;
        }
        ids.enter(message);
        endpoint.release();
    }

    private void refuse(String body, Throwable why) {
        answerMalformed(MalformedMessages.answer(body, why), why.getMessage());
    }

    private void answerMalformed(@Nullable ResponseMessage answer, @Nullable String why) {
        if (answer == null) {
            LOG.log(Level.WARNING, "a notification or an answer was malformed, so it was ignored: {0}", why);
        } else {
            channel.consume(answer);
        }
    }

    private void write() {
        try {
            while (outbox.await()) {
                appendWhatWaits();
                frames.flush();
            }
        } catch (IOException e) {
            clientHasGone(e);
        } catch (RuntimeException e) {
            cannotEncode(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void clientHasGone(IOException why) {
        LOG.log(Level.FINE, "the client does not read any more", why);
        end(1);
    }

    /** A defect of ours; better no connection than one that has lost a message. */
    private void cannotEncode(RuntimeException defect) {
        LOG.log(Level.SEVERE, "a message could not be encoded", defect);
        end(1);
    }

    private void appendWhatWaits() throws IOException {
        boolean hasRoom = true;
        Message next;
        while (hasRoom && (next = outbox.poll()) != null) {
            hasRoom = frames.append(next);
        }
    }

    private void writeSoon() {
        context.scheduler().executeLast(writing);
    }

    private void writeAtLeisure() {
        if (isWritingDue.compareAndSet(false, true)) {
            context.scheduler().schedule(LEISURE, () -> {
                isWritingDue.set(false);
                writeNow();
            });
        }
    }

    /**
     * Writes in the writer's stead where the event loop has something short to say, or wakes the writer: that takes
     * longer than the writing.
     */
    private void writeNow() {
        PromptOutput out = prompt;
        if (out == null || !context.scheduler().isCurrent() || !outbox.tryTakeOver(SHORT)) {
            outbox.wakeTaker();
            return;
        }
        boolean leavesRest = false;
        try {
            appendWhatWaits();
            leavesRest = frames.flushPromptly(out);
        } catch (IOException e) {
            clientHasGone(e);
        } catch (RuntimeException e) {
            cannotEncode(e);
        } finally {
            outbox.handBack(leavesRest);
        }
    }

    /** Lets the writer finish what waits, for a moment, and lets go of the client's sessions. Idempotent. */
    @Override
    public void close() {
        end(1);
        endpoint.leave();
        outbox.close();
        try {
            writer.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
    }
}
