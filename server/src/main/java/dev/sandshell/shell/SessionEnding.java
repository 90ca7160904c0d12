package dev.sandshell.shell;

import java.util.Set;

/** The end of all that one session has started, and of its folder. Confined to the event loop; the work is a worker's. */
record SessionEnding(ShellSurroundings surroundings, SessionFolder folder) {
    /**
     * Begins.
     *
     * @param shells those that the session has had
     * @param then on the event loop, once nothing is left
     */
    void run(Set<Integer> shells, Runnable then) {
        String session = folder.path().toString();
        SessionProcesses all = new SessionProcesses(surroundings.survey(), surroundings.orphans(), shells, session);
        surroundings.workers().execute(() -> {
            all.end(surroundings.limits().endGrace());
            boolean mayHaveLeftOrphans = all.mayHaveLeftOrphans();
            folder.delete();
            surroundings.loop().execute(() -> {
                surroundings.orphans().sessionEnded(session, mayHaveLeftOrphans);
                then.run();
            });
        });
    }
}
