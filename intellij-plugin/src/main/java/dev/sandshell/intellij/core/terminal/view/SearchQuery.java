package dev.sandshell.intellij.core.terminal.view;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
record SearchQuery(String text, boolean isCaseSensitive, boolean isRegex) {
    /** Nothing, which is found nowhere. */
    static final SearchQuery NONE = new SearchQuery("", false, false);

    /** Nothing for an empty text and for what is no regular expression (yet: it is being typed). */
    @Nullable
    Pattern pattern() {
        if (text.isEmpty()) {
            return null;
        }
        int flags = isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        try {
            return Pattern.compile(text, isRegex ? flags : flags | Pattern.LITERAL);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }
}
