package dev.sandshell.intellij.core.sessions;

/** What is known of a session, and who is shown it. */
record KnownSession(SessionView view, SessionScreens screens) {}
