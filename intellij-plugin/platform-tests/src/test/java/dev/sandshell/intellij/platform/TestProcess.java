package dev.sandshell.intellij.platform;

import com.intellij.execution.ExecutionException;
import com.intellij.execution.KillableProcess;
import com.intellij.execution.configurations.RunConfiguration;
import com.intellij.execution.configurations.RunProfile;
import com.intellij.execution.executors.DefaultRunExecutor;
import com.intellij.execution.process.ProcessAdapter;
import com.intellij.execution.process.ProcessEvent;
import com.intellij.execution.process.ProcessHandler;
import com.intellij.execution.process.ProcessOutputType;
import com.intellij.execution.runners.DefaultProgramRunner;
import com.intellij.openapi.util.Key;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What a run configuration has started, with what the IDE is told of it. */
@SuppressWarnings("JdkObsolete") // What is written on one thread is read on another.
record TestProcess(ProcessHandler handler, Map<String, StringBuffer> texts, CompletableFuture<Integer> end) {
    /** As a runner of the IDE does it. The console, which the platform of tests cannot make, hears what this does. */
    static TestProcess start(RunConfiguration configuration) throws ExecutionException {
        DefaultRunExecutor executor = new DefaultRunExecutor();
        ProcessHandler handler = Objects.requireNonNull(configuration.getState(executor, null))
                .execute(executor, new Runner())
                .getProcessHandler();
        TestProcess process = new TestProcess(handler, new ConcurrentHashMap<>(), new CompletableFuture<>());
        handler.addProcessListener(process.new Listener());
        handler.startNotify();
        return process;
    }

    /** What has come of {@code stdout}, {@code stderr} or {@code system}. */
    String text(String stream) {
        return texts.computeIfAbsent(stream, name -> new StringBuffer()).toString();
    }

    void awaitText(String stream, String text) {
        Waiting.until(() -> text(stream).contains(text), () -> texts);
    }

    int awaitEnd() throws Exception {
        return Waiting.await(end);
    }

    /** The button that is there once it has been stopped and has not ended. */
    void kill() {
        KillableProcess process = (KillableProcess) handler;
        if (process.canKillProcess()) {
            process.killProcess();
        }
    }

    private final class Listener extends ProcessAdapter {
        @Override
        public void onTextAvailable(ProcessEvent event, Key type) {
            String name = type instanceof ProcessOutputType output
                    ? output.getBaseOutputType().toString()
                    : type.toString();
            texts.computeIfAbsent(name, made -> new StringBuffer()).append(event.getText());
        }

        @Override
        public void processTerminated(ProcessEvent event) {
            end.complete(event.getExitCode());
        }
    }

    private static final class Runner extends DefaultProgramRunner {
        @Override
        public String getRunnerId() {
            return "test";
        }

        @Override
        public boolean canRun(String executorId, RunProfile profile) {
            return true;
        }
    }
}
