package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.language.CommandLines;
import dev.sandshell.protocol.MessageActionItem;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.ShowMessageRequestParams;
import dev.sandshell.session.CommandLog;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asks an editor's user which of the commands that were run lately is to run again. Confined to the scheduler. */
final class EditorChoice {
    private static final int INFO = 3;

    /** How many commands of the history are looked through, and how many different ones are offered. */
    private static final int LOOKED_THROUGH = 100;

    private static final int MOST_OFFERED = 8;

    /**
     * What is asked follows the answer to the command that it is about, as nobody is to wait for an answer while they
     * choose. But an editor that waits for one may lose, or let lie, what it reads together with it (lsp-mode and Eglot
     * do), so the question comes by itself.
     */
    private static final Duration AFTER_THE_ANSWER = Duration.ofMillis(100);

    private final Scheduler scheduler;
    private final CommandLog history;
    private final EditorClient client;
    private final EditorMessages messages;

    EditorChoice(Scheduler scheduler, CommandLog history, EditorClient client, EditorMessages messages) {
        this.scheduler = scheduler;
        this.history = history;
        this.client = client;
        this.messages = messages;
    }

    /**
     * One thing to choose.
     *
     * @param words by which it is offered
     */
    record Offer(String words, String command, Runnable whenChosen) {}

    /**
     * Asks, where there is anything to choose from; each command is offered once.
     *
     * @param where the session that it will run in
     * @param first what is offered before all that was run lately
     */
    void ask(String where, Optional<Offer> first, Consumer<String> whenChosen) {
        CompletableFuture<?> unused = history.find(new CommandLog.Query(null, null, LOOKED_THROUGH, null))
                .exceptionally(tooMuch -> ImmutableList.of())
                .thenAccept(entries -> {
                    Map<String, Runnable> choices = new LinkedHashMap<>();
                    Set<String> offered = new HashSet<>();
                    first.ifPresent(offer -> {
                        choices.put(offer.words(), offer.whenChosen());
                        offered.add(offer.command().strip());
                    });
                    for (CommandLog.Entry entry : entries) {
                        String command = entry.command().command();
                        if (choices.size() < MOST_OFFERED
                                && CommandLines.first(command).isPresent()
                                && offered.add(command.strip())) {
                            choices.putIfAbsent(EditorRun.titleOf(command), () -> whenChosen.accept(command));
                        }
                    }
                    askSoon("What is to run in session " + where + "?", choices);
                });
    }

    /** Asks about one thing alone. */
    void ask(String question, Offer offer) {
        askSoon(question, Map.of(offer.words(), offer.whenChosen()));
    }

    private void askSoon(String words, Map<String, Runnable> choices) {
        Scheduler.Cancellable unused = scheduler.schedule(AFTER_THE_ANSWER, () -> ask(words, choices));
    }

    private void ask(String words, Map<String, Runnable> choices) {
        if (choices.isEmpty()) {
            messages.warn("nothing has been run yet: put the cursor on a command and run that");
            return;
        }
        ShowMessageRequestParams question = new ShowMessageRequestParams(
                INFO,
                words,
                choices.keySet().stream().map(MessageActionItem::new).toList());
        CompletableFuture<?> unused = client.ask(Methods.CHOOSE_ACTION, question)
                .handle((answer, failure) -> {
                    if (failure != null) {
                        messages.warn("the editor cannot ask what is to run; put the cursor on a command and run that");
                    }
                    // Who chooses nothing answers null.
                    Runnable chosen = answer instanceof MessageActionItem item ? choices.get(item.title()) : null;
                    if (chosen != null) {
                        chosen.run();
                    }
                    return null;
                });
    }
}
