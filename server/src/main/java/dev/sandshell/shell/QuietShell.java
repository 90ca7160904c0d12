package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.Limits;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.ProcessExit;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import dev.sandshell.session.CommandSpec;
import dev.sandshell.session.RunningCommand;
import dev.sandshell.session.Shell;
import dev.sandshell.session.ShellEnd;
import dev.sandshell.session.ShellState;
import dev.sandshell.session.TerminalSize;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A shell on the quiet channel: interactive, with a terminal of its own, and reading its input from a FIFO of ours, so
 * that commands never travel through the terminal and no output is parsed. Confined to the event loop; what may block
 * goes to the workers and comes back.
 */
final class QuietShell implements Shell {
    private static final Logger LOG = Logger.getLogger(QuietShell.class.getName());

    private static final Duration KILL_AGAIN = Duration.ofMillis(10);
    private static final int MAX_KILL_ROUNDS = 20;

    private final ShellRecipe recipe;
    private final ShellSurroundings surroundings;
    private final EventLoop loop;
    private final Executor workers;
    private final Limits limits;
    private final Listener listener;
    private final RuntimeFolder runtimeFolder;
    private final SessionFolder folder;
    private final ControlLines lines;
    private final ControlPipe control;
    private final Expectations expectations;
    private final SlotPool slots;
    private final SavedState state;
    private final Purity purity;
    private final Snapshots snapshots;
    private final Interruption interruption;
    private final Guardian guardian;
    private final Orphans orphans;
    private final ProcessSurvey survey;
    private final OneCallScope scope;
    private final EnvironmentAccess variables;
    private final BackgroundJobs jobs;
    private final SessionTerminal terminal;
    private final Map<Long, SlotCommand> opening = new HashMap<>();
    private final Set<SlotCommand> live = new HashSet<>();
    private final Set<Integer> formerShells = new HashSet<>();

    private @Nullable ShellProcess process;
    private @Nullable SlotCommand foreground;
    private String optionLetters = "";
    private boolean isRestoring;
    private boolean isClosed;
    private Runnable whenClosed = () -> {};

    QuietShell(ShellRecipe recipe, ShellSurroundings surroundings, SessionFolder folder, Listener listener)
            throws PosixException {
        this.recipe = recipe;
        this.surroundings = surroundings;
        this.loop = surroundings.loop();
        this.workers = surroundings.workers();
        this.limits = surroundings.limits();
        this.guardian = surroundings.guardian();
        this.orphans = surroundings.orphans();
        this.survey = surroundings.survey();
        this.runtimeFolder = surroundings.runtimeFolder();
        this.listener = listener;
        this.folder = folder;
        lines = new ControlLines(recipe.dialect(), folder, surroundings.statusFiles());
        state = new SavedState(folder, lines, recipe.dialect());
        if (recipe.spec().state() != null) {
            state.seed(recipe.spec().state().script());
        }
        control = new ControlPipe(loop, folder, new ReportParser(this::report));
        expectations = new Expectations(loop, control, lines, this::isAtTopLevel, this::kill);
        slots = new SlotPool(loop, folder);
        purity = new Purity(recipe.dialect());
        snapshots = new Snapshots(this::ask, folder, runtimeFolder, control, lines, state, purity);
        scope = new OneCallScope(recipe.dialect(), folder, lines);
        variables = new EnvironmentAccess(this::ask, snapshots, recipe.dialect(), folder, runtimeFolder, lines);
        jobs = new BackgroundJobs(loop, control);
        terminal = new SessionTerminal(loop, recipe.spec().size(), surroundings.typedKeys(), listener::terminalOutput);
        interruption = new Interruption(loop, folder.control());
        orphans.sessionBegins(folder.path().toString());
    }

    EventLoop loop() {
        return loop;
    }

    ShellSurroundings surroundings() {
        return surroundings;
    }

    @Override
    public String name() {
        return recipe.dialect().name();
    }

    @Override
    public long pid() {
        return process == null ? 0 : process.pid();
    }

    // ---- its process

    @Override
    public void start(boolean restoreState) {
        if (!restoreState) {
            state.clear();
            scope.forget();
        }
        purity.forget();
        isRestoring = state.newest().isPresent();
        control.discardUnread();
        boolean restores = isRestoring;
        TerminalSize size = terminal.size();
        workers.execute(() -> {
            try {
                ShellProcess spawned = recipe.spawn(folder.control(), size, restores);
                guardian.watch(spawned.pid());
                loop.execute(() -> spawned(spawned));
            } catch (RefusedException e) {
                loop.execute(() -> {
                    if (!isClosed) {
                        listener.startFailed(e);
                    }
                });
            }
        });
    }

    private void spawned(ShellProcess spawned) {
        process = spawned;
        if (isClosed) {
            endProcesses(whenClosed);
            return;
        }
        try {
            terminal.begin(spawned.terminal());
            spawned.watch(loop, exit -> ended(spawned, exit));
            folder.write("init", recipe.dialect().initialization() + (isRestoring ? "" : state.arming()));
            StringBuilder input = new StringBuilder(lines.quietly("init"));
            Optional<String> newest = state.newest();
            if (newest.isPresent()) {
                input.append(lines.quietly(newest.get()));
                input.append(scope.undo());
            }
            boolean restored = isRestoring;
            ask(input.toString(), (status, cwd) -> {
                snapshots.take(() -> {});
                listener.ready(cwd, restored);
            });
            expectations.limitFirst(limits.startTimeout());
        } catch (PosixException e) {
            Processes.signal(spawned.pid(), Signal.SIGKILL);
            listener.startFailed(runtimeFolder.unusable(e));
        }
    }

    private void ended(ShellProcess ended, ProcessExit exit) {
        control.readReports();
        guardian.forget(ended.pid());
        formerShells.add(ended.pid());
        process = null;
        terminal.end();
        boolean wasStarting = expectations.isFirst();
        expectations.clear();
        snapshots.shellEnded();
        if (isClosed) {
            return;
        }
        jobs.shellEnded();
        ShellEnd end = new ShellEnd(exit.exitCode(), exit.signal());
        SlotCommand running = foreground;
        foreground = null;
        if (wasStarting) {
            listener.startFailed(ShellRecipe.endedAtOnce(recipe, end));
        } else if (running != null) {
            running.settle(() -> listener.ended(end));
        } else {
            listener.ended(end);
        }
    }

    @Override
    public void kill() {
        if (process != null) {
            Processes.signal(process.pid(), Signal.SIGKILL);
        }
    }

    /** Whether the shell itself waits for, or goes on with, a line of ours: its input is its own again. */
    private boolean isAtTopLevel() {
        return process != null && ProcessTable.openFile(process.pid(), "0").equals(Optional.of(folder.control()));
    }

    // ---- reports

    private void ask(String input, Expectations.Answer answer) throws PosixException {
        control.send(expectations.expect(input, (status, letters, cwd) -> {
            optionLetters = letters;
            answer.done(status, cwd);
        }));
    }

    private void report(ReportParser.Kind kind, long number, List<String> fields) {
        switch (kind) {
            case DONE -> expectations.done(number, ReportParser.number(fields.get(0)), fields.get(1), fields.get(2));
            case EXITING -> state.exiting();
            case OPENED -> {
                jobs.running(number);
                SlotCommand command = opening.remove(number);
                if (command != null) {
                    command.inputOpened();
                }
            }
            case JOB -> jobs.started(number, ReportParser.number(fields.get(0)));
            case ENDED -> jobs.ended(number, ReportParser.number(fields.get(0)));
        }
    }

    // ---- commands

    @Override
    public RunningCommand run(CommandSpec spec, RunningCommand.Listener commandListener) {
        StreamSlot slot;
        try {
            slot = slots.take();
        } catch (PosixException e) {
            return CommandThatCannotRun.tell(loop, commandListener, folder.path(), e);
        }
        SlotCommand command = new SlotCommand(
                this, slot, spec, commandListener, new CommandProcesses((int) pid(), slot, ProcessTable.ticksNow()));
        try {
            command.begin();
            slot.writeCommand(ControlLines.commandText(spec, optionLetters));
            if (spec.stdin() != null && !spec.keepsStdinOpen()) {
                folder.write(slot.inputFile(), spec.stdin());
            }
            boolean hasPrologue = OneCallScope.isAskedBy(spec);
            if (hasPrologue) {
                folder.write(slot.prologueFile(), scope.prologue(spec));
            }
            live.add(command);
            if (spec.isBackground()) {
                runInBackground(command, hasPrologue);
            } else if (SavedState.showsTraps(spec.text())) {
                runWithOwnTraps(command, hasPrologue);
            } else {
                runInForeground(command, hasPrologue);
            }
            return command;
        } catch (PosixException e) {
            live.remove(command);
            opening.values().remove(command);
            jobs.forget(command);
            if (foreground == command) {
                foreground = null;
            }
            command.abandon();
            slots.giveBack(slot);
            return CommandThatCannotRun.tell(loop, commandListener, folder.path(), e);
        }
    }

    /** What a user sees of their traps is theirs alone: our hook goes before the command and comes back after it. */
    private void runWithOwnTraps(SlotCommand command, boolean hasPrologue) {
        foreground = command;
        snapshots.whenCurrent(() -> {
            try {
                Optional<String> disarming = state.disarming();
                if (disarming.isPresent()) {
                    control.send(lines.quietly(disarming.get()));
                }
                runInForeground(command, hasPrologue);
            } catch (PosixException e) {
                LOG.log(Level.WARNING, "a command could not be given to its shell", e);
                kill();
            }
        });
    }

    private void runInForeground(SlotCommand command, boolean hasPrologue) throws PosixException {
        CommandSpec spec = command.spec();
        StringBuilder input = new StringBuilder();
        if (hasPrologue) {
            input.append(scope.save(spec));
        }
        state.beforeCommand(command.slot(), spec.mergesStderr());
        long number = expectations.next();
        opening.put(number, command);
        foreground = command;
        input.append(lines.foreground(spec, command.slot(), number, optionLetters, hasPrologue));
        ask(input.toString(), (status, cwd) -> {
            opening.remove(number);
            Runnable answer = () -> {
                foreground = null;
                command.settle(() -> command.listener().finished(status, cwd));
                orphans.lookSoon();
            };
            goOnAfter(spec, answer);
        });
    }

    /**
     * What follows a command: undoing what held for it alone, and a snapshot. Both are off the way of its answer, but
     * where it may have touched the traps: then our hook has to be back before the next command can end the shell.
     */
    private void goOnAfter(CommandSpec spec, Runnable answer) {
        boolean isPure = !scope.isOwed() && purity.isPure(spec.text());
        try {
            control.send(scope.undo());
        } catch (PosixException e) {
            LOG.log(Level.WARNING, "what held for one call could not be undone", e);
        }
        boolean mayTouchTraps = spec.text().contains("trap");
        if (!isPure) {
            snapshots.take(mayTouchTraps ? answer : () -> {});
        }
        if (isPure || !mayTouchTraps) {
            answer.run();
        }
    }

    private void runInBackground(SlotCommand command, boolean hasPrologue) throws PosixException {
        long number = expectations.next();
        jobs.add(number, command);
        opening.put(number, command);
        ask(
                lines.background(command.spec(), command.slot(), number, optionLetters, hasPrologue),
                (status, cwd) -> jobs.notStarted(number));
    }

    /** Nothing holds its slot any more. */
    void giveBack(SlotCommand command) {
        live.remove(command);
        opening.values().remove(command);
        slots.giveBack(command.slot());
    }

    // ---- signals

    void signal(SlotCommand command, Signal signal, boolean withShell) {
        if (signal == Signal.SIGINT && command == foreground) {
            boolean mayTrap = command.spec().text().contains("trap") || purity.trapsInterrupts();
            interruption.begin(() -> process, () -> foreground == command, () -> live.contains(command), !mayTrap);
        } else {
            signalMembers(command, signal, withShell, MAX_KILL_ROUNDS);
        }
    }

    /** Looked up by a worker, signalled here, so that it is still known whether the command is what runs. */
    private void signalMembers(SlotCommand command, Signal signal, boolean withShell, int rounds) {
        Set<Integer> others = jobs.jobsExcept(command);
        int job = command.processes().job();
        // A job's process group stands still meanwhile, or one of its shells might fork between the look and the
        // signal.
        Processes.signalGroup(job, Signal.SIGSTOP);
        workers.execute(() -> {
            List<Entry> members = command.processes().find(others);
            loop.execute(() -> {
                loop.execute(() -> Processes.signalGroup(job, Signal.SIGCONT));
                if (live.contains(command)) {
                    members.forEach(member -> Processes.signal(member.pid(), signal));
                    if (signal == Signal.SIGKILL) {
                        followKill(command, withShell, rounds, members.isEmpty());
                    }
                }
            });
        });
    }

    /** Looks up the processes of a command, and comes back with them. */
    void members(SlotCommand command, Consumer<List<Entry>> found) {
        Set<Integer> others = jobs.jobsExcept(command);
        workers.execute(() -> {
            List<Entry> members = command.processes().find(others);
            loop.execute(() -> found.accept(members));
        });
    }

    private void followKill(SlotCommand command, boolean withShell, int rounds, boolean hasNoMembers) {
        int job = command.processes().job();
        if (command == foreground && (withShell || hasNoMembers)) {
            kill();
        } else if (job != 0 && withShell) {
            Processes.signal(job, Signal.SIGKILL);
        }
        if (!hasNoMembers && rounds > 0) {
            // Whoever was forking when it was looked up has left a child behind.
            loop.schedule(KILL_AGAIN, () -> signalMembers(command, Signal.SIGKILL, false, rounds - 1));
        }
    }

    // ---- what it holds

    @Override
    public void changeEnvironment(
            ImmutableMap<String, Optional<String>> changes,
            Consumer<Optional<String>> done,
            Consumer<RefusedException> failed) {
        variables.change(changes, done, failed);
    }

    @Override
    public void readEnvironment(
            ImmutableList<String> names,
            Consumer<ImmutableMap<String, String>> done,
            Consumer<RefusedException> failed) {
        variables.read(names, done, failed);
    }

    @Override
    public void readState(Consumer<ShellState> done, Consumer<RefusedException> failed) {
        snapshots.export(
                limits.snapshotBytes(),
                script -> done.accept(new ShellState(recipe.program().name(), script)),
                failed);
    }

    // ---- its terminal

    @Override
    public SessionTerminal terminal() {
        return terminal;
    }

    // ---- its end

    @Override
    public void close(Runnable closed) {
        if (isClosed) {
            closed.run();
            return;
        }
        isClosed = true;
        whenClosed = closed;
        expectations.clear();
        live.forEach(SlotCommand::abandon);
        live.clear();
        slots.close();
        endProcesses(closed);
    }

    private void endProcesses(Runnable closed) {
        ShellProcess last = process;
        if (last != null) {
            formerShells.add(last.pid());
        }
        String session = folder.path().toString();
        SessionProcesses all = new SessionProcesses(survey, orphans, formerShells, session);
        workers.execute(() -> {
            all.end(limits.endGrace());
            boolean mayHaveLeftOrphans = all.mayHaveLeftOrphans();
            folder.delete();
            loop.execute(() -> {
                orphans.sessionEnded(session, mayHaveLeftOrphans);
                // Not before: a shell on its way out writes to it, and would wait for a reader.
                control.close();
                if (last != null) {
                    guardian.forget(last.pid());
                    last.release(loop);
                }
                closed.run();
            });
        });
    }
}
