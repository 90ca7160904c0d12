package dev.sandshell.intellij.core.documents;

import java.util.Optional;
import java.util.regex.Pattern;

/** Languages in which the server finds something to run, by the names that LSP has for them. */
public final class DocumentLanguage {
    private static final Pattern MARKDOWN = Pattern.compile("(?i).*\\.(md|markdown|mdown|mkd)");
    private static final Pattern STARTUP_FILE =
            Pattern.compile("\\.?(bash|zsh)(rc|_profile|_login|_logout|env)|\\.?zlog(in|out)|\\.?z?profile");

    private DocumentLanguage() {}

    /** Of a file; nothing where there is nothing to run in it. */
    public static Optional<String> of(String fileName, CharSequence text) {
        if (MARKDOWN.matcher(fileName).matches()) {
            return Optional.of("markdown");
        }
        boolean isScript = STARTUP_FILE.matcher(fileName).matches()
                || ShellScript.interpreter(fileName, text).isPresent();
        return isScript ? Optional.of("shellscript") : Optional.empty();
    }
}
