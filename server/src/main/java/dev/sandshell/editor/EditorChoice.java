package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import dev.sandshell.protocol.MessageActionItem;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.ShowMessageRequestParams;
import dev.sandshell.session.CommandLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asks an editor's user which of the commands that were run lately is to run again. Confined to the scheduler. */
final class EditorChoice {
    private static final int INFO = 3;

    /** How many commands of the history are looked through, and how many different ones are offered. */
    private static final int LOOKED_THROUGH = 100;

    private static final int MOST_OFFERED = 8;

    private final CommandLog history;
    private final EditorClient client;
    private final EditorMessages messages;

    EditorChoice(CommandLog history, EditorClient client, EditorMessages messages) {
        this.history = history;
        this.client = client;
        this.messages = messages;
    }

    /**
     * Asks, where there is anything to choose from.
     *
     * @param where the session that it will run in
     * @param first what is offered before all others, by the words that offer it
     */
    void ask(String where, Map<String, Runnable> first, Consumer<String> whenChosen) {
        CompletableFuture<?> unused = history.find(new CommandLog.Query(null, null, LOOKED_THROUGH, null))
                .exceptionally(tooMuch -> ImmutableList.of())
                .thenAccept(entries -> {
                    Map<String, Runnable> choices = new LinkedHashMap<>(first);
                    for (CommandLog.Entry entry : entries) {
                        String command = entry.command().command();
                        if (choices.size() < MOST_OFFERED && !command.isBlank()) {
                            choices.putIfAbsent(EditorRun.titleOf(command), () -> whenChosen.accept(command));
                        }
                    }
                    ask(where, choices);
                });
    }

    private void ask(String where, Map<String, Runnable> choices) {
        if (choices.isEmpty()) {
            messages.warn("nothing has been run yet: put the cursor on a command and run that");
            return;
        }
        ShowMessageRequestParams question = new ShowMessageRequestParams(
                INFO,
                "What is to run in session " + where + "?",
                choices.keySet().stream().map(MessageActionItem::new).toList());
        CompletableFuture<?> unused = client.ask(Methods.CHOOSE_ACTION, question)
                .thenAccept(answer -> {
                    // Who chooses nothing answers null.
                    Runnable chosen = answer instanceof MessageActionItem item ? choices.get(item.title()) : null;
                    if (chosen != null) {
                        chosen.run();
                    }
                });
    }
}
