package dev.sandshell.shell;

import dev.sandshell.posix.ProcessTable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process for good: its id, which is used again, with the tick that it began at, which is not. */
record Lifetime(int pid, long startTicks) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    static Lifetime ofCurrentProcess() {
        int pid = (int) ProcessHandle.current().pid();
        return new Lifetime(
                pid, ProcessTable.entry(pid).map(ProcessTable.Entry::startTicks).orElse(0L));
    }

    static Optional<Lifetime> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Lifetime(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    boolean isGoingOn() {
        return ProcessTable.entry(pid)
                .map(entry -> entry.startTicks() == startTicks && !entry.isZombie())
                .orElse(false);
    }

    @Override
    public String toString() {
        return pid + "-" + startTicks;
    }
}
