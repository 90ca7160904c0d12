package dev.sandshell.scripts;

import dev.sandshell.session.ShellSession;
import java.util.Optional;

/** Which session answers for a document: one that is there, or none, since a question makes no session. On the scheduler. */
@FunctionalInterface
public interface SessionOfDocument {
    Optional<ShellSession> of(String uri);
}
