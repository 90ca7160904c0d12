package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.RunningCommand;
import dev.sandshell.session.StreamName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A command whose files could not be made, say on a full disk: it says so on its stderr and ends with status 126. */
final class CommandThatCannotRun implements RunningCommand {
    private static final int CANNOT_EXECUTE = 126;

    private CommandThatCannotRun() {}

    static RunningCommand tell(Scheduler scheduler, Listener listener, Path folder, PosixException why) {
        byte[] message = ("sandshell: the command could not be run: nothing can be kept in " + folder + " ("
                        + why.getMessage() + "); make room there\n")
                .getBytes(StandardCharsets.UTF_8);
        scheduler.execute(() -> {
            listener.output(StreamName.STDERR, message, message.length);
            listener.finished(CANNOT_EXECUTE, "");
            listener.closed();
        });
        return new CommandThatCannotRun();
    }

    @Override
    public void stop(Stop how) {}

    @Override
    public void markTree(Runnable then) {
        then.run();
    }

    @Override
    public void killMarked() {}

    @Override
    public void signal(String name) {}

    @Override
    public void write(byte[] bytes, Consumer<Written> done) {
        done.accept(Written.NOBODY_READS);
    }

    @Override
    public void closeInput() {}

    @Override
    public void setReading(boolean isReading) {}
}
