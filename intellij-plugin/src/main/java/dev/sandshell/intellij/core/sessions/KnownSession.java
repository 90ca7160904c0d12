package dev.sandshell.intellij.core.sessions;

/** What is known of a session, who is shown it, and what a screen of another thread has taken. */
record KnownSession(SessionView view, SessionScreens screens, TakenBytes taken) {}
