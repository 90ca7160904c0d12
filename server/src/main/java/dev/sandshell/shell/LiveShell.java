package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.ProcessExit;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import dev.sandshell.session.CommandSpec;
import dev.sandshell.session.FunctionPlace;
import dev.sandshell.session.RunningCommand;
import dev.sandshell.session.Shell;
import dev.sandshell.session.ShellEnd;
import dev.sandshell.session.ShellState;
import dev.sandshell.session.StateSource;
import dev.sandshell.session.TypedCommand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A live shell: interactive, with a terminal of its own, and driven over a {@link Channel}, so that commands never travel
 * through the terminal and no output is parsed. Confined to the event loop; what may block goes to the workers and comes
 * back.
 */
final class LiveShell implements Shell {
    private static final Logger LOG = Logger.getLogger(LiveShell.class.getName());

    private final ShellRecipe recipe;
    private final ShellStarter starter;
    private final ShellSurroundings surroundings;
    private final EventLoop loop;
    private final Listener listener;
    private final SessionFolder folder;
    private final ControlLines lines;
    private final ChannelWithFallback channel;
    private final ReportPipe reports;
    private final Expectations expectations;
    private final SlotPool slots;
    private final SavedState state;
    private final Purity purity;
    private final Snapshots snapshots;
    private final Interruption interruption;
    private final CommandSignals signals;
    private final OneCallScope scope;
    private final EnvironmentAccess variables;
    private final BackgroundJobs jobs;
    private final TypedChanges typedChanges;
    private final SessionTerminal terminal;
    private final Map<Long, SlotCommand> opening = new HashMap<>();
    private final Set<SlotCommand> live = new HashSet<>();
    private final Set<Integer> formerShells = new HashSet<>();

    private @Nullable ShellProcess process;
    private @Nullable SlotCommand foreground;
    private long foregroundNumber;
    private String optionLetters = "";
    private boolean isRestoring;
    private boolean readsUserFiles;
    private boolean isClosed;
    private Runnable whenClosed = () -> {};

    LiveShell(
            ShellRecipe recipe,
            ShellSurroundings surroundings,
            SessionFolder folder,
            @Nullable ShellState taken,
            Listener listener)
            throws PosixException {
        this.recipe = recipe;
        this.starter = new ShellStarter(recipe, surroundings);
        this.surroundings = surroundings;
        this.loop = surroundings.loop();
        this.listener = listener;
        this.folder = folder;
        lines = new ControlLines(recipe.dialect(), folder, surroundings.statusFiles());
        reports = new ReportPipe(loop, folder, new ReportParser(this::report));
        terminal = new SessionTerminal(loop, recipe.spec().size(), surroundings.typedKeys(), listener::terminalOutput);
        channel =
                ChannelWithFallback.open(recipe, loop, folder, lines, terminal, this::typed, reports::read, this::kill);
        state = new SavedState(folder, lines, recipe.dialect(), channel.beforeExit(), channel::withoutHooks);
        if (taken != null) {
            state.seed(taken.script());
        }
        expectations = new Expectations(
                loop, channel, lines, () -> process != null && channel.isWaiting(process.pid()), this::kill);
        slots = new SlotPool(loop, folder);
        purity = new Purity(recipe.dialect(), channel::prompts);
        snapshots = new Snapshots(
                this::ask, folder, surroundings.runtimeFolder(), channel, lines, state, purity, listener::stateTaken);
        scope = new OneCallScope(recipe.dialect(), folder, lines);
        variables = new EnvironmentAccess(
                this::ask, snapshots, recipe.dialect(), folder, surroundings.runtimeFolder(), lines);
        jobs = new BackgroundJobs(loop, reports::read);
        typedChanges = new TypedChanges(loop, purity, () -> process != null && foreground == null, snapshots);
        interruption = new Interruption(loop, channel::isAtTopLevel, channel::isLeftBehind);
        signals = new CommandSignals(
                loop, surroundings.workers(), jobs, live::contains, command -> command == foreground, this::kill);
        surroundings.orphans().sessionBegins(folder.path().toString());
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
        channel.forget(restoreState);
        reports.forgetUnfinished();
        readsUserFiles = recipe.spec().readsUserFiles() && !isRestoring;
        Launch launch;
        try {
            launch = channel.launch(readsUserFiles);
        } catch (PosixException e) {
            loop.execute(() -> startFailed(surroundings.runtimeFolder().unusable(e)));
            return;
        }
        starter.start(launch, terminal.size(), isRestoring, this::spawned, this::startFailed);
    }

    private void startFailed(RefusedException why) {
        if (isClosed) {
            endProcesses(whenClosed);
        } else {
            listener.startFailed(why);
        }
    }

    private void spawned(ShellProcess spawned) {
        process = spawned;
        if (isClosed) {
            endProcesses(whenClosed);
            return;
        }
        try {
            terminal.begin(spawned.terminal());
            channel.begin(spawned);
            spawned.watch(loop, exit -> ended(spawned, exit));
            folder.write(
                    "init",
                    channel.initialization(readsUserFiles) + (isRestoring || readsUserFiles ? "" : state.arming()));
            StringBuilder input = new StringBuilder(lines.quietly("init"));
            Optional<String> newest = state.readable();
            if (newest.isPresent()) {
                input.append(lines.quietly(newest.get()) + channel.afterState() + scope.undo());
            }
            boolean restored = isRestoring;
            ask(input.toString(), (status, cwd) -> {
                Runnable ready = () -> listener.ready(cwd, restored);
                // Traps of the user's files are seen, and our hook is there, before a command can end the shell.
                snapshots.take(readsUserFiles ? ready : () -> {});
                if (!readsUserFiles) {
                    ready.run();
                }
            });
            expectations.limitFirst(surroundings.limits().startTimeout());
        } catch (PosixException e) {
            Processes.signal(spawned.pid(), Signal.SIGKILL);
            surroundings.guardian().forget(spawned.pid());
            formerShells.add(spawned.pid());
            process = null;
            expectations.clear();
            terminal.end();
            listener.startFailed(surroundings.runtimeFolder().unusable(e));
        }
    }

    private void ended(ShellProcess ended, ProcessExit exit) {
        reports.read();
        surroundings.guardian().forget(ended.pid());
        formerShells.add(ended.pid());
        if (process != ended) {
            // It was given up before.
            return;
        }
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
        channel.ended(end);
        SlotCommand running = foreground;
        foreground = null;
        if (wasStarting && channel.fallBack()) {
            start(isRestoring);
        } else if (wasStarting && isRestoring) {
            // Such as a trap that exits: with that state no shell lives, and without it the session does.
            LOG.log(Level.WARNING, "a shell has ended on the state of the one before; the next begins without it");
            start(false);
        } else if (wasStarting) {
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

    private long ask(String input, Expectations.Answer answer) throws PosixException {
        return expectations.ask(input, (status, letters, cwd) -> {
            optionLetters = letters;
            answer.done(status, cwd);
        });
    }

    private void report(ReportParser.Kind kind, long number, List<String> fields) {
        channel.told(kind, number, fields);
        switch (kind) {
            case TURN_OVER, PROMPT, COMMAND, TYPED, LAST_TYPED, LINE -> {}
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
            } else if (state.showsTraps(spec.text())) {
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
        foregroundNumber = 0;
        snapshots.whenCurrent(() -> {
            if (foreground != command) {
                return;
            }
            try {
                Optional<String> disarming = state.disarming();
                if (disarming.isPresent()) {
                    channel.send(lines.quietly(disarming.get()));
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
        if (channel.unwindsBeforeExitTrap() && !purity.isPure(spec.text())) {
            state.beforeCommand(command.slot(), spec.mergesStderr());
        }
        long number = expectations.next();
        opening.put(number, command);
        foreground = command;
        input.append(lines.foreground(spec, command.slot(), number, optionLetters, hasPrologue));
        channel.commandFollows();
        foregroundNumber = ask(input.toString(), (status, cwd) -> {
            opening.remove(number);
            Runnable answer = () -> {
                foreground = null;
                command.settle(() -> command.listener().finished(status, cwd));
                surroundings.orphans().lookSoon();
            };
            goOnAfter(spec, answer);
        });
    }

    private void typed(TypedCommand command) {
        listener.typed(command);
        typedChanges.typed(command);
    }

    /**
     * What follows a command: undoing what held for it alone, and a snapshot. Both are off the way of its answer, but
     * where it may have touched the traps: then our hook has to be back before the next command can end the shell.
     */
    private void goOnAfter(CommandSpec spec, Runnable answer) {
        boolean isPure = !scope.isOwed() && !state.isDisarmed() && purity.isPure(spec.text());
        try {
            if (!channel.prompts()) {
                state.afterCommand();
            }
            channel.send(scope.undo());
        } catch (PosixException e) {
            LOG.log(Level.WARNING, "what held for one call could not be undone", e);
        }
        boolean mayTouchTraps = SavedState.mayTouchTraps(spec.text());
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
        if (command == foreground && channel.withdraw(foregroundNumber)) {
            // It has waited for a person's command, which is not to suffer for it.
            expectations.withdrawn(foregroundNumber);
            opening.values().remove(command);
            scope.forget();
            foreground = null;
            command.settle(() -> command.listener().lost());
        } else if (signal == Signal.SIGINT && command == foreground) {
            boolean mayTrap = command.spec().text().contains("trap") || purity.trapsInterrupts();
            channel.interrupting();
            interruption.begin(() -> process, () -> foreground == command, () -> live.contains(command), !mayTrap);
        } else {
            signals.send(command, signal, withShell);
        }
    }

    /** Looks up the processes of a command, and comes back with them. */
    void members(SlotCommand command, Consumer<List<ProcessTable.Entry>> found) {
        signals.members(command, found);
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
                surroundings.limits().snapshotBytes(),
                script -> done.accept(new ShellState(recipe.program().name(), script)),
                failed);
    }

    @Override
    public void findFunction(String name, Consumer<Optional<FunctionPlace>> done, Consumer<RefusedException> failed) {
        new FunctionPlaces(this::ask, recipe.dialect(), folder, lines).find(name, done, failed);
    }

    @Override
    public Optional<StateSource> lastState() {
        return snapshots.last(recipe.program().name(), surroundings.limits().snapshotBytes());
    }

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
        if (!starter.isStarting()) {
            endProcesses(closed);
        }
    }

    private void endProcesses(Runnable closed) {
        ShellProcess last = process;
        if (last != null) {
            formerShells.add(last.pid());
        }
        new SessionEnding(surroundings, folder).run(formerShells, () -> {
            // Not before: a shell on its way out writes to it, and would wait for a reader.
            channel.close();
            reports.close();
            if (last != null) {
                surroundings.guardian().forget(last.pid());
                last.release(loop);
            }
            closed.run();
        });
    }
}
