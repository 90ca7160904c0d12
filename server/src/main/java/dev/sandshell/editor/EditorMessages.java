package dev.sandshell.editor;

import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.ServerStatusNotification;
import dev.sandshell.protocol.ShowMessageParams;
import org.jspecify.annotations.Nullable;

/**
 * What an editor's user is told in a line: editors show longer messages badly. Confined to the scheduler.
 */
final class EditorMessages {
    private static final int ERROR = 1;
    private static final int WARNING = 2;
    private static final int INFO = 3;

    /** Fits a line of most screens. */
    private static final int MOST_CHARACTERS = 160;

    private final EditorClient client;
    private final boolean takesStatus;
    private @Nullable ServerStatusNotification lastStatus;

    EditorMessages(EditorClient client, boolean takesStatus) {
        this.client = client;
        this.takesStatus = takesStatus;
    }

    void tell(String words) {
        say(INFO, words);
    }

    void warn(String words) {
        say(WARNING, words);
    }

    /** Something that was asked for cannot be done. */
    void complain(String words) {
        say(ERROR, words);
    }

    private void say(int type, String words) {
        String line = words.strip().replaceAll("\\s*\\R\\s*", " · ").replaceAll("\\p{Cntrl}", " ");
        client.tell(Methods.SHOW_MESSAGE, new ShowMessageParams(type, cut(line)));
    }

    private static String cut(String line) {
        if (line.length() <= MOST_CHARACTERS) {
            return line;
        }
        int end =
                Character.isHighSurrogate(line.charAt(MOST_CHARACTERS - 2)) ? MOST_CHARACTERS - 2 : MOST_CHARACTERS - 1;
        return line.substring(0, end) + '…';
    }

    /**
     * How the server is, where the client wants to know and it is news.
     *
     * @param trouble why commands cannot run; null where they can
     */
    void status(boolean isQuiet, @Nullable String trouble, @Nullable String running) {
        ServerStatusNotification status = new ServerStatusNotification(
                trouble == null ? "ok" : "error", isQuiet, trouble == null ? running : trouble);
        if (takesStatus && !status.equals(lastStatus)) {
            lastStatus = status;
            client.tell(Methods.SERVER_STATUS, status);
        }
    }
}
