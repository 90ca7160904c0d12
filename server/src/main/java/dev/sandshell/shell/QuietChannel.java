package dev.sandshell.shell;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.session.ShellEnd;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A FIFO that is the shell's input: it reads our lines one after the other, whenever they come. Any shell can; nobody can
 * type in it. Confined to the event loop.
 *
 * <p>Both ends are kept open here, so that the shell sees the end of its input the moment that the server is gone, however
 * it went.
 */
final class QuietChannel implements Channel {
    private static final int BUFFER = 16 * 1024;

    private final Dialect dialect;
    private final String path;
    private final Descriptor control;
    private final NativeBuffer buffer = NativeBuffer.allocate(BUFFER);

    QuietChannel(Dialect dialect, SessionFolder folder) throws PosixException {
        this.dialect = dialect;
        path = folder.control();
        control = Descriptor.openBothEnds(path);
    }

    @Override
    public Launch launch(boolean readsUserFiles) {
        return new Launch(dialect.arguments(readsUserFiles), ImmutableMap.of(), path);
    }

    @Override
    public void begin(ShellProcess shell) {}

    /** They are few and short, so that they always fit. */
    @Override
    public void send(String lines) throws PosixException {
        byte[] encoded = lines.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < encoded.length; from += BUFFER) {
            buffer.bytes()
                    .clear()
                    .put(encoded, from, Math.min(BUFFER, encoded.length - from))
                    .flip();
            control.writeFully(buffer);
        }
    }

    @Override
    public void ask(String lines, String report, long number) throws PosixException {
        send(lines + report);
    }

    /** It has it already: nothing else uses the terminal here. */
    @Override
    public void commandFollows() {}

    @Override
    public void interrupting() {}

    /** Nobody else has the shell run anything. */
    @Override
    public boolean isLeftBehind(int group) {
        return true;
    }

    @Override
    public boolean withdraw(long number) {
        return false;
    }

    @Override
    public void told(ReportParser.Kind kind, long number, List<String> fields) {}

    @Override
    public boolean prompts() {
        return true;
    }

    @Override
    public boolean unwindsBeforeExitTrap() {
        return dialect.unwindsBeforeExitTrap();
    }

    @Override
    public String initialization(boolean readsUserFiles) {
        return dialect.initialization();
    }

    @Override
    public String afterState() {
        return "";
    }

    @Override
    public String beforeExit() {
        return "";
    }

    @Override
    public void ended(ShellEnd end) {}

    @Override
    public String withoutHooks(String state) {
        return state;
    }

    @Override
    public boolean isAllTaken() {
        return control.available() == 0;
    }

    /** A command has an input of its own; where the shell's is this one, it waits for, or goes on with, a line of ours. */
    @Override
    public boolean isAtTopLevel(int shell) {
        return ProcessTable.openFile(shell, "0").equals(Optional.of(path));
    }

    @Override
    public boolean isWaiting(int shell) {
        return isAtTopLevel(shell);
    }

    @Override
    public void forget(boolean keepsKeys) {
        int count;
        do {
            buffer.bytes().clear();
            count = control.read(buffer);
        } while (count > 0);
    }

    @Override
    public void close() {
        control.close();
    }
}
