package dev.sandshell.shell;

import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends everything that runs in a session: the members of its process session, those on its terminal, those that hold its
 * files, those that detached themselves and can be nobody else's, and all their descendants. Waits for moments, so it
 * belongs on a worker, one for its whole life.
 */
final class SessionProcesses {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    /** A process that does not go after SIGKILL waits in the kernel for a device; nothing more can be done about it. */
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private final ProcessSurvey survey;
    private final Orphans orphans;
    private final Set<Integer> shells;
    private final String session;
    private final String folder;
    private List<Entry> lastSeen = List.of();

    /**
     * @param shells the shell and those before it
     * @param folder the session's folder
     */
    SessionProcesses(ProcessSurvey survey, Orphans orphans, Set<Integer> shells, String folder) {
        this.survey = survey;
        this.orphans = orphans;
        this.session = folder;
        this.shells = Set.copyOf(shells);
        this.folder = folder + "/";
    }

    /** Hangs up, as a terminal does when it is closed, and after the grace kills whoever is still there. */
    void end(Duration grace) {
        long start = System.nanoTime();
        List<Entry> left = signalAll(Signal.SIGHUP);
        while (!left.isEmpty() && System.nanoTime() - start < grace.toNanos()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            left = left.stream().filter(SessionProcesses::isThere).toList();
        }
        // Looked up anew: some may have come since, or have let go of their parents.
        left = signalAll(Signal.SIGKILL);
        while (!left.isEmpty() && System.nanoTime() - start < GIVE_UP.toNanos()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            left = signalAll(Signal.SIGKILL);
        }
    }

    /** Whether programs were left at the end that may have come from here or from another session. */
    boolean mayHaveLeftOrphans() {
        return orphans.areAmong(lastSeen);
    }

    private List<Entry> signalAll(Signal signal) {
        List<Entry> members = find();
        for (Entry member : members) {
            Processes.signal(member.pid(), signal);
            // A stopped process would not notice.
            Processes.signal(member.pid(), Signal.SIGCONT);
        }
        return members;
    }

    private List<Entry> find() {
        int self = (int) ProcessHandle.current().pid();
        ProcessSurvey.Picture picture = survey.takeNow();
        lastSeen = picture.entries();
        Set<Integer> members = new HashSet<>();
        Set<Integer> allShells = ShellProcess.known();
        // What is about to become a program that we start ourselves holds our files for a moment, in our own session.
        int ownSession = ProcessTable.entry(self).map(Entry::session).orElse(0);
        String ownCommandLine = ProcessTable.commandLine(self);
        for (Entry entry : picture.entries()) {
            if (entry.pid() != self
                    && entry.session() != ownSession
                    && (shells.contains(entry.session())
                            || (!allShells.contains(entry.session())
                                    && !orphans.isOlderThan(session, entry)
                                    && holdsOurFiles(picture, entry)
                                    && !isNotYetAProgram(entry, self, ownCommandLine)))) {
                members.add(entry.pid());
            }
        }
        orphans.certainlyFrom(session, picture.entries()).forEach(orphan -> members.add(orphan.pid()));
        return CommandProcesses.closure(picture.entries(), members, Set.of(self));
    }

    /**
     * What another of our shells has started is that one's, and what is older than the session nobody of its, whatever
     * they hold; so most need not be looked at, which costs more than all the rest where many sessions end together.
     */
    private boolean holdsOurFiles(ProcessSurvey.Picture picture, Entry entry) {
        return picture.openFiles(entry.pid()).stream().anyMatch(file -> file.startsWith(folder));
    }

    /**
     * Whether it is a shell that is just being started: a child of ours that has a process session already, but runs our own
     * program yet, and holds whatever we hold. Nobody knows of it before posix_spawn(3) has returned.
     */
    private static boolean isNotYetAProgram(Entry entry, int self, String ownCommandLine) {
        return entry.parent() == self && ProcessTable.commandLine(entry.pid()).equals(ownCommandLine);
    }

    /** Kills those that are the same processes still. */
    static void killIfThere(List<Entry> entries) {
        entries.stream()
                .filter(SessionProcesses::isThere)
                .forEach(entry -> Processes.signal(entry.pid(), Signal.SIGKILL));
    }

    /** Whether it is the same process still. */
    static boolean isThere(Entry entry) {
        return ProcessTable.entry(entry.pid())
                .map(now -> now.startTicks() == entry.startTicks() && !now.isZombie())
                .orElse(false);
    }
}
