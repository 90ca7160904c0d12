package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.editor.EditorPointer.Pointed;
import dev.sandshell.language.Block;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.RunMarks;
import dev.sandshell.policy.IdRules;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.policy.TextRules;
import dev.sandshell.protocol.ExecuteCommandResult;
import dev.sandshell.session.ShellSession;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The commands of an editor without a plug-in of ours; each does something useful when it comes with nothing but its name.
 * They are answered as soon as they are under way, since some editors stand still until then, and begin in the order in
 * which they came. Confined to the scheduler.
 */
final class EditorCommands {
    static final String EXEC = "sandbox.exec";
    static final String EXEC_SELECTION = "sandbox.execSelection";
    static final String INTERRUPT = "sandbox.interrupt";
    static final String NEW_SESSION = "sandbox.newSession";
    static final String RESET_SESSION = "sandbox.resetSession";
    static final String SHOW_OUTPUT = "sandbox.showOutput";
    static final String DOCTOR = "sandbox.doctor";

    static final ImmutableList<String> ALL =
            ImmutableList.of(EXEC, EXEC_SELECTION, INTERRUPT, NEW_SESSION, RESET_SESSION, SHOW_OUTPUT, DOCTOR);

    /** Of a command that needs no place to be told by. */
    private static final String NOWHERE = "";

    private static final ExecuteCommandResult NOTHING = new ExecuteCommandResult(null, null);

    private final Scheduler scheduler;
    private final CommandOrder order;
    private final OpenDocuments open;
    private final EditorPointer pointer;
    private final EditorSessions sessions;
    private final EditorRuns runs;
    private final RunMarks<EditorRun> marks;
    private final OutputDocuments outputs;
    private final EditorClient client;
    private final EditorMessages messages;
    private final EditorChoice choice;
    private final EditorDoctor doctor;

    EditorCommands(
            Scheduler scheduler,
            CommandOrder order,
            OpenDocuments open,
            EditorPointer pointer,
            EditorSessions sessions,
            EditorRuns runs,
            RunMarks<EditorRun> marks,
            OutputDocuments outputs,
            EditorClient client,
            EditorMessages messages,
            EditorChoice choice,
            EditorDoctor doctor) {
        this.scheduler = scheduler;
        this.order = order;
        this.open = open;
        this.pointer = pointer;
        this.sessions = sessions;
        this.runs = runs;
        this.marks = marks;
        this.outputs = outputs;
        this.client = client;
        this.messages = messages;
        this.choice = choice;
        this.doctor = doctor;
    }

    /** The command is one of ours. */
    CompletableFuture<ExecuteCommandResult> execute(String command, CommandArgument argument) {
        return switch (command) {
            case EXEC -> exec(argument);
            case EXEC_SELECTION -> execSelection(argument);
            case INTERRUPT -> order.next(() -> interrupt(argument));
            case NEW_SESSION -> order.next(() -> newSession(argument));
            case RESET_SESSION -> order.next(() -> resetSession(argument));
            case SHOW_OUTPUT -> order.next(() -> showOutput(argument));
            default ->
                order.next(() -> {
                    doctor.examine();
                    return NOTHING;
                });
        };
    }

    // ---- to run something

    private CompletableFuture<ExecuteCommandResult> exec(CommandArgument argument) {
        String command = argument.command() == null ? argument.text() : argument.command();
        if (command == null) {
            return order.next(pointer.last(), pointed -> {
                ask(argument, pointed);
                return NOTHING;
            });
        }
        String uri = argument.uri();
        Integer line = argument.line();
        if (uri == null || line == null) {
            return order.next(() -> resultOf(run(command, NOWHERE, uri, argument.session())));
        }
        OpenDocuments.Snapshot document = open.snapshot(uri);
        return order.next(() -> blockAt(document, line, command), block -> {
            EditorRun run = run(command, NOWHERE, uri, argument.session());
            block.ifPresent(found -> mark(uri, document, found.line(), found.lastLine(), run));
            return resultOf(run);
        });
    }

    private static Optional<Block> blockAt(OpenDocuments.Snapshot document, int line, String command) {
        return document.blocks().stream()
                .filter(block -> block.line() == line && block.text().equals(command))
                .findFirst();
    }

    private void ask(CommandArgument argument, Optional<Pointed> pointed) {
        String uri = argument.uri() == null ? pointer.uri() : argument.uri();
        choice.ask(
                sessions.nameOf(uri, argument.session()),
                pointed.map(here -> offer(here, (here.isSure() ? "Here" : here.place()) + ": ", argument)),
                command -> complainOf(() -> resultOf(run(command, NOWHERE, uri, argument.session()))));
    }

    /** For what nobody waits for the answer of. */
    private void complainOf(CommandOrder.Action action) {
        try {
            ExecuteCommandResult unused = action.run();
        } catch (RefusedException | InvalidArgumentException e) {
            messages.complain(String.valueOf(e.getMessage()));
        }
    }

    private CompletableFuture<ExecuteCommandResult> execSelection(CommandArgument argument) {
        String uri = argument.uri();
        Place start = argument.start();
        Place end = argument.end();
        if (uri != null && start != null && end != null) {
            return order.next(
                    pointer.at(uri, start, end),
                    pointed -> pointed.isPresent()
                            ? resultOf(run(pointed.get(), NOWHERE, argument.session()))
                            : missing("there is no command in that place"));
        }
        boolean isKnown = pointer.uri() != null;
        return order.next(pointer.last(), pointed -> {
            if (pointed.isEmpty()) {
                return missing(
                        isKnown
                                ? "there is no command where the cursor was last; ask for code actions there"
                                : "the editor has not said yet where the cursor is; ask for code actions there");
            }
            Pointed here = pointed.get();
            return here.isSure() ? resultOf(run(here, here.place(), argument.session())) : askWhether(here, argument);
        });
    }

    private ExecuteCommandResult missing(String why) {
        messages.warn(why);
        return NOTHING;
    }

    /** The user may have gone elsewhere, so nothing runs without being seen first. */
    private ExecuteCommandResult askWhether(Pointed there, CommandArgument argument) {
        choice.ask(
                "The cursor may not be at " + there.place() + " any more. Run what stands there?",
                offer(there, "", argument));
        return NOTHING;
    }

    private EditorChoice.Offer offer(Pointed there, String before, CommandArgument argument) {
        String command = there.selection().text();
        return new EditorChoice.Offer(
                before + EditorRun.titleOf(command),
                command,
                () -> complainOf(() -> resultOf(run(there, there.place(), argument.session()))));
    }

    private EditorRun run(Pointed pointed, String where, @Nullable String session)
            throws RefusedException, InvalidArgumentException {
        EditorRun run = run(pointed.selection().text(), where, pointed.uri(), session);
        mark(
                pointed.uri(),
                pointed.document(),
                pointed.selection().firstLine(),
                pointed.selection().lastLine(),
                run);
        return run;
    }

    private EditorRun run(String command, String where, @Nullable String uri, @Nullable String session)
            throws RefusedException, InvalidArgumentException {
        TextRules.forShell("command", command);
        return runs.start(command, where, sessions.sessionFor(uri == null ? pointer.uri() : uri, checked(session)));
    }

    private void mark(String uri, OpenDocuments.Snapshot document, int first, int last, EditorRun run) {
        marks.add(uri, document, first, last, run);
        runs.changed();
    }

    private static ExecuteCommandResult resultOf(EditorRun run) {
        return new ExecuteCommandResult(run.session().id(), run.execId());
    }

    private static @Nullable String checked(@Nullable String session) throws InvalidArgumentException {
        return session == null ? null : IdRules.check("session", session);
    }

    // ---- about what runs, and where

    /** Stops what is meant, or what this editor has started last, or else what runs in its session. */
    private ExecuteCommandResult interrupt(CommandArgument argument) {
        String execId = argument.execId() == null ? argument.text() : argument.execId();
        Optional<EditorRun> run =
                runs.lastUnder(one -> execId == null || one.execId().equals(execId));
        if (run.isPresent()) {
            return interrupt(run.get().session(), run.get().execId());
        }
        Optional<ShellSession> session = sessions.present(uriOf(argument));
        String current = session.map(present -> present.view().currentExecId()).orElse(null);
        if (execId == null && session.isPresent() && current != null) {
            return interrupt(session.get(), current);
        }
        messages.tell("nothing runs");
        return NOTHING;
    }

    private static ExecuteCommandResult interrupt(ShellSession session, String execId) {
        session.exec(execId).ifPresent(exec -> {
            if (!exec.interrupt()) {
                // It waits for its turn.
                exec.cancel();
            }
        });
        return new ExecuteCommandResult(session.id(), execId);
    }

    private ExecuteCommandResult newSession(CommandArgument argument)
            throws RefusedException, InvalidArgumentException {
        String name = checked(argument.sessionOrText());
        String uri = uriOf(argument);
        ShellSession session = sessions.sessionFor(uri, name == null ? EditorSessions.NEW : name);
        sessions.turnTo(uri, session);
        messages.tell("what is run next runs in session " + session.view().name());
        return new ExecuteCommandResult(session.id(), null);
    }

    private ExecuteCommandResult resetSession(CommandArgument argument)
            throws RefusedException, InvalidArgumentException {
        String choice = checked(argument.sessionOrText());
        Optional<ShellSession> session =
                choice == null ? sessions.present(uriOf(argument)) : Optional.of(sessions.named(choice));
        if (session.isEmpty()) {
            messages.tell("nothing has been run yet, so there is nothing to reset");
            return NOTHING;
        }
        String name = session.get().view().name();
        CompletableFuture<?> unused = session.get().reset(false).whenComplete((fresh, failure) -> {
            if (failure == null) {
                messages.tell("session " + name + " has a fresh shell in "
                        + fresh.view().cwd());
            } else {
                messages.complain("session " + name + ": " + client.wordsOf(failure));
            }
        });
        return new ExecuteCommandResult(session.get().id(), null);
    }

    private ExecuteCommandResult showOutput(CommandArgument argument)
            throws RefusedException, InvalidArgumentException {
        String choice = checked(argument.sessionOrText());
        Optional<EditorRun> about = marks.runs()
                .filter(run -> run.execId().equals(argument.execId()))
                .findFirst();
        Optional<ShellSession> session = choice != null
                ? Optional.of(sessions.named(choice))
                : about.map(EditorRun::session).or(() -> sessions.present(uriOf(argument)));
        if (session.isEmpty() || !outputs.has(session.get().id())) {
            messages.tell("nothing has been run yet, so there is no output");
            return NOTHING;
        }
        CompletableFuture<Optional<String>> shown = outputs.show(session.get().id(), true);
        // What is known at once is said before the answer: some editors lose what comes right behind that.
        Executor whoTells = shown.isDone() ? Runnable::run : scheduler;
        CompletableFuture<?> unused = shown.thenAcceptAsync(where -> where.ifPresent(messages::tell), whoTells);
        return new ExecuteCommandResult(session.get().id(), null);
    }

    private @Nullable String uriOf(CommandArgument argument) {
        return argument.uri() == null ? pointer.uri() : argument.uri();
    }
}
