package dev.sandshell.intellij.core.commands;

import dev.sandshell.intellij.core.sessions.Outcome;

/** What has become of a command that this window has run. */
public sealed interface RunEnd {
    /** It has run to an end of its own. */
    record Ended(Outcome outcome) implements RunEnd {}

    /** The user has cancelled it, and it has stopped. */
    record Cancelled() implements RunEnd {}

    /** It was not run, or it is not known how it ended; the message is for a person. */
    record Failed(String message) implements RunEnd {}
}
