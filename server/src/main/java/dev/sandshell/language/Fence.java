package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A fence of a Markdown text, as CommonMark has them.
 *
 * @param line the line that opens it, from 0
 * @param language the first word behind the opening, in small letters: {@code bash} of {@code ```bash title="x"}
 * @param lines what is in it, without the indentation of the fence
 */
record Fence(int line, String language, ImmutableList<String> lines) {
    private static final ImmutableSet<String> SCRIPTS = ImmutableSet.of("sh", "bash", "zsh", "shell");
    private static final ImmutableSet<String> DIALOGUES = ImmutableSet.of("console", "shell-session", "shellsession");

    /** Whether shell commands can be in it. */
    boolean isOfShell() {
        return SCRIPTS.contains(language) || DIALOGUES.contains(language);
    }

    /** The shell commands in it; nothing where it is in another language, or has none. */
    Optional<String> shellText() {
        if (SCRIPTS.contains(language)) {
            return textOf(lines);
        }
        return DIALOGUES.contains(language) ? textOf(Dialogue.typedIn(lines)) : Optional.empty();
    }

    /** Of each of its lines what of that is a shell's: of a dialogue what is typed. It has to be {@link #isOfShell}. */
    ImmutableList<Optional<String>> shellLines() {
        return DIALOGUES.contains(language)
                ? Dialogue.typedOf(lines)
                : lines.stream().map(Optional::of).collect(ImmutableList.toImmutableList());
    }

    private static Optional<String> textOf(ImmutableList<String> lines) {
        String text = String.join("\n", lines);
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
