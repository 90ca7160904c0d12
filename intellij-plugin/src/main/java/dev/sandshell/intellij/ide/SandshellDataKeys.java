package dev.sandshell.intellij.ide;

import com.intellij.openapi.actionSystem.DataKey;

/** What components of ours tell actions. */
public final class SandshellDataKeys {
    /** The id of the session that a component shows. */
    public static final DataKey<String> SESSION_ID = DataKey.create("sandshell.sessionId");

    private SandshellDataKeys() {}
}
