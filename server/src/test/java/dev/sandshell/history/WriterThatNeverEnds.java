package dev.sandshell.history;

import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.session.CommandLog.FinishedCommand;
import dev.sandshell.state.StateFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * A program for {@link HistoryKillTest}: writes to a history as fast as it can, and prints the number of each batch once
 * it has been committed, until it is killed or whoever reads that goes.
 */
final class WriterThatNeverEnds {
    static final int BATCH = 20;

    private WriterThatNeverEnds() {}

    /** Given the folder and a name for itself. */
    public static void main(String[] args) throws Exception {
        HistoryFile file =
                new HistoryFile(new StateFolder(Path.of(args[0])), HistoryLimits.defaults(), Clock.systemUTC());
        try (HistoryStore store = file.open()) {
            for (int batch = 0; !System.out.checkError(); batch++) {
                List<FinishedCommand> commands = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    String text = "echo " + args[1] + " " + batch + " " + "some more text ".repeat(i);
                    commands.add(new FinishedCommand(
                            args[1] + " " + batch,
                            text,
                            "/tmp",
                            i,
                            Clock.systemUTC().millis(),
                            1));
                }
                store.add(commands);
                System.out.println(batch);
            }
        }
    }
}
