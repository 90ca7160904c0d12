package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A command log that keeps what it is given, and finds nothing. Confined to the test's thread. */
final class RecordingLog implements CommandLog {
    final List<FinishedCommand> commands = new ArrayList<>();

    @Override
    public void add(FinishedCommand command) {
        commands.add(command);
    }

    @Override
    public CompletableFuture<ImmutableList<Entry>> find(Query query) {
        return CompletableFuture.completedFuture(ImmutableList.of());
    }
}
