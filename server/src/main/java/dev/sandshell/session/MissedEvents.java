package dev.sandshell.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a client that was too far behind still has to be told of what the log has forgotten: everything but output, and but
 * the commands of others that began and were closed meanwhile. So it holds some events of each command that was running, no
 * more, however long the client stands still. Confined to the session's scheduler.
 */
final class MissedEvents {
    private static final class Command {
        SessionEvent.@Nullable Started started;
        SessionEvent.@Nullable InputRequired inputRequired;
        SessionEvent.@Nullable Exited exited;

        private void addTo(List<SessionEvent> all) {
            for (SessionEvent event : new SessionEvent[] {started, inputRequired, exited}) {
                if (event != null) {
                    all.add(event);
                }
            }
        }
    }

    /** Those that are not closed yet. */
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** Of those that are. */
    private final List<SessionEvent> ends = new ArrayList<>();

    boolean isEmpty() {
        return commands.isEmpty() && ends.isEmpty();
    }

    /**
     * Takes note of an event that is forgotten.
     *
     * @param isOwn whether the client has called for a command
     */
    void add(SessionEvent event, Predicate<String> isOwn) {
        String execId = event.execId();
        if (execId == null || event instanceof SessionEvent.Output) {
            return;
        }
        Command command = commands.computeIfAbsent(execId, id -> new Command());
        if (event instanceof SessionEvent.Started started) {
            command.started = started;
        } else if (event instanceof SessionEvent.InputRequired required) {
            command.inputRequired = required;
        } else if (event instanceof SessionEvent.Exited exited) {
            // It does not wait any more.
            command.inputRequired = null;
            command.exited = exited;
        } else if (event instanceof SessionEvent.Closed closed) {
            commands.remove(execId);
            if (command.started == null || isOwn.test(execId)) {
                command.addTo(ends);
                ends.add(closed);
            }
        }
    }

    /** The lowest number, where there is any. */
    OptionalLong firstSeq() {
        return all().stream().mapToLong(SessionEvent::seq).min();
    }

    /** All of it in its order; then nothing is left. */
    List<SessionEvent> take() {
        List<SessionEvent> all = all();
        ends.clear();
        commands.clear();
        all.sort(Comparator.comparingLong(SessionEvent::seq));
        return all;
    }

    private List<SessionEvent> all() {
        List<SessionEvent> all = new ArrayList<>(ends);
        commands.values().forEach(command -> command.addTo(all));
        return all;
    }
}
