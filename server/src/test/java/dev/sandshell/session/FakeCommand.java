package dev.sandshell.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A command that the test plays; it keeps what was asked of it. Confined to the test's thread. */
final class FakeCommand implements RunningCommand {
    final CommandSpec spec;

    /** What becomes of what is written to it. */
    Written answerToWrites = Written.ACCEPTED;

    /** Each stop, signal, write and change of reading, in words. */
    final List<String> asked = new ArrayList<>();

    private final Listener listener;
    private boolean hasStarted;
    private boolean hasReported;
    private boolean isClosed;

    FakeCommand(CommandSpec spec, Listener listener) {
        this.spec = spec;
        this.listener = listener;
    }

    // ---- what the session asks

    @Override
    public void markTree(Runnable then) {
        then.run();
    }

    @Override
    public void killMarked() {}

    @Override
    public void stop(Stop how) {
        asked.add(how.name());
    }

    @Override
    public void signal(String name) {
        asked.add("signal " + name);
    }

    @Override
    public void write(byte[] bytes, Consumer<Written> done) {
        asked.add("write " + new String(bytes, StandardCharsets.UTF_8));
        done.accept(answerToWrites);
    }

    @Override
    public void closeInput() {
        asked.add("close input");
    }

    @Override
    public void setReading(boolean isReading) {
        asked.add(isReading ? "read" : "stop reading");
    }

    // ---- what the test has it do

    void startInBackground() {
        hasStarted = true;
        listener.started();
    }

    void print(String text) {
        print(StreamName.STDOUT, text);
    }

    void print(StreamName stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        listener.output(stream, bytes, bytes.length);
    }

    void waitForInput(boolean isSecret) {
        listener.inputRequired(isSecret);
    }

    /** The shell has reported; what the command wrote is still to be delivered. */
    void reportUndelivered() {
        listener.reported();
    }

    /** The shell reports, while something of the command still holds its output. */
    void report(int status) {
        hasReported = true;
        listener.finished(status, spec.isBackground() ? "" : "/home");
    }

    void report(int status, String cwd) {
        hasReported = true;
        listener.finished(status, cwd);
    }

    void lose() {
        hasReported = true;
        listener.lost();
    }

    void close() {
        isClosed = true;
        listener.streamEnded(StreamName.STDOUT);
        listener.streamEnded(StreamName.STDERR);
        listener.closed();
    }

    void finish(int status) {
        report(status);
        close();
    }

    /** Nobody reports any more for what the shell ran itself, or was about to start. */
    void shellHasEnded() {
        if (!spec.isBackground() || !hasStarted) {
            hasReported = true;
        }
    }

    /** Whether the shell cannot do anything else. */
    boolean holdsShell() {
        return !hasReported && !isClosed && !(spec.isBackground() && hasStarted);
    }

    boolean hasReported() {
        return hasReported;
    }

    boolean isClosed() {
        return isClosed;
    }
}
