package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import dev.sandshell.editor.Editor;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.protocol.CodeActionOptions;
import dev.sandshell.protocol.CodeLensOptions;
import dev.sandshell.protocol.CompletionOptions;
import dev.sandshell.protocol.ExecuteCommandOptions;
import dev.sandshell.protocol.ExperimentalServerCapabilities;
import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.RunnablesOptions;
import dev.sandshell.protocol.SandboxCapabilities;
import dev.sandshell.protocol.ServerCapabilities;
import dev.sandshell.protocol.ServerInfo;
import dev.sandshell.protocol.ShellInfo;
import dev.sandshell.protocol.TextDocumentContentOptions;
import dev.sandshell.protocol.TextDocumentSyncOptions;
import dev.sandshell.protocol.WorkspaceFoldersServerCapabilities;
import dev.sandshell.protocol.WorkspaceServerCapabilities;
import java.util.List;

/** What {@code initialize} answers. Looks at the disk, so it belongs on a worker. */
final class Capabilities {
    /** What a client can rely on beyond the methods. */
    private static final ImmutableList<String> FEATURES = ImmutableList.of(
            "attach",
            "background",
            "base64",
            "cancellation",
            "flowControl",
            "openStdin",
            "partialResults",
            "progress",
            "stateRestore",
            "terminal",
            "terminalText",
            "tty");

    /** LSP's number for it. */
    private static final int BY_CHANGES = 2;

    /** Beside letters, of which clients know themselves. */
    private static final ImmutableList<String> COMPLETES_AFTER = ImmutableList.of("$", "{", "-", "/", "~");

    private Capabilities() {}

    static InitializeResult of(ServerContext context, PositionEncoding positions) {
        return new InitializeResult(
                new ServerCapabilities(
                        new ExperimentalServerCapabilities(
                                new SandboxCapabilities(
                                        Methods.PROTOCOL_VERSION,
                                        Methods.requests(),
                                        Methods.notifications(),
                                        context.shells().available().stream()
                                                .map(shell ->
                                                        new ShellInfo(shell.name(), shell.path(), shell.version()))
                                                .toList(),
                                        FEATURES),
                                new RunnablesOptions(List.of(Editor.RUNNABLES))),
                        positions.word(),
                        new TextDocumentSyncOptions(true, BY_CHANGES),
                        new CodeLensOptions(false),
                        new ExecuteCommandOptions(Editor.COMMANDS),
                        new CodeActionOptions(List.of(Editor.ACTIONS)),
                        new CompletionOptions(COMPLETES_AFTER),
                        true,
                        true,
                        new WorkspaceServerCapabilities(
                                new TextDocumentContentOptions(List.of(Editor.CONTENT)),
                                new WorkspaceFoldersServerCapabilities(true, true))),
                new ServerInfo("sandshell", context.version()));
    }
}
