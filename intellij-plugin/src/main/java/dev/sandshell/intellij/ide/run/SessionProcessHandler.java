package dev.sandshell.intellij.ide.run;

import com.intellij.execution.KillableProcess;
import com.intellij.execution.process.AnsiEscapeDecoder;
import com.intellij.execution.process.ProcessHandler;
import com.intellij.execution.process.ProcessOutputTypes;
import com.intellij.openapi.util.Key;
import dev.sandshell.intellij.core.process.ProcessCommand;
import dev.sandshell.intellij.core.process.ProcessExit;
import dev.sandshell.intellij.core.process.ProcessOwner;
import dev.sandshell.intellij.core.process.SessionProcess;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.Sessions;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A command of a session as the IDE knows processes. It begins when the IDE is ready to hear of it. To stop it once
 * interrupts it, and the session sees to it that it ends; to stop it again kills it. Any thread may call, and none waits.
 */
final class SessionProcessHandler extends ProcessHandler implements KillableProcess {
    private final SessionProcess process;

    SessionProcessHandler(Sessions sessions, Supplier<CompletableFuture<SessionView>> session, ProcessCommand command) {
        process = new SessionProcess(sessions, session, command, new Console());
    }

    @Override
    public void startNotify() {
        super.startNotify();
        process.start();
    }

    @Override
    protected void destroyProcessImpl() {
        process.stop();
    }

    @Override
    protected void detachProcessImpl() {
        process.detach();
        notifyProcessDetached();
    }

    @Override
    public boolean detachIsDefault() {
        return false;
    }

    @Override
    public boolean canKillProcess() {
        return true;
    }

    @Override
    public void killProcess() {
        process.kill();
    }

    @Override
    public OutputStream getProcessInput() {
        return process.input();
    }

    /** What the process tells, on its thread, which the decoder's state is confined to. */
    private final class Console implements ProcessOwner {
        private final AnsiEscapeDecoder decoder = new AnsiEscapeDecoder();

        @Override
        public void printed(String text, boolean isError) {
            Key<?> stream = isError ? ProcessOutputTypes.STDERR : ProcessOutputTypes.STDOUT;
            decoder.escapeText(text, stream, SessionProcessHandler.this::notifyTextAvailable);
        }

        @Override
        public void ended(ProcessExit exit) {
            if (exit.problem() != null) {
                notifyTextAvailable(exit.problem() + "\n", ProcessOutputTypes.STDERR);
            }
            notifyTextAvailable("\nProcess finished with exit code " + exit.code() + "\n", ProcessOutputTypes.SYSTEM);
            notifyProcessTerminated(exit.code());
        }
    }
}
