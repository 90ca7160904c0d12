package dev.sandshell.session;

import dev.sandshell.policy.RefusedException;

/**
 * A session's terminal as clients have it: they type, change its size, and are told what it shows outside of any command,
 * which is numbered, kept and held up like the output of commands, in one stream over all restarts of the shell. Confined
 * to the session's scheduler; no call waits for what runs there.
 */
public final class Console {
    private final ShellSession session;
    private final ShellTerminal terminal;
    private final Attachments attachments;
    private final SessionChanges changes;
    private final OutputSource source;
    private final Utf8Decoder decoder = new Utf8Decoder();
    private TerminalSize size;
    private long offset;

    Console(
            ShellSession session,
            TerminalSize size,
            ShellTerminal terminal,
            Attachments attachments,
            SessionChanges changes) {
        this.session = session;
        this.size = size;
        this.terminal = terminal;
        this.attachments = attachments;
        this.changes = changes;
        source = new OutputSource(null, true, terminal::setReading);
    }

    /** How large it is now. */
    public TerminalSize size() {
        return size;
    }

    /**
     * Types, at once.
     *
     * @throws RefusedException where the session has ended, or too much waits for programs to read it
     */
    public void input(byte[] bytes) throws RefusedException {
        session.checkAlive();
        session.wake();
        terminal.input(bytes);
    }

    /**
     * Changes the size, at once; all attached clients hear of it.
     *
     * @throws RefusedException where the session has ended
     */
    public void resize(TerminalSize newSize) throws RefusedException {
        session.checkAlive();
        resizeTo(newSize);
    }

    /** The same for a command of the session's own. */
    void resizeTo(TerminalSize newSize) {
        if (!newSize.equals(size)) {
            size = newSize;
            terminal.resize(newSize);
            changes.tellSoon();
            session.keep();
        }
    }

    /** It shows something that belongs to no command. */
    void shown(byte[] bytes, int length) {
        int covered = decoder.pendingBytes() + length;
        String text = decoder.decode(bytes, length);
        publish(covered - decoder.pendingBytes(), text);
    }

    /** The shell's process has ended: what is left of an unfinished character is shown as it is. */
    void ended() {
        int covered = decoder.pendingBytes();
        publish(covered, decoder.finish());
    }

    private void publish(int length, String text) {
        if (length > 0) {
            long seq = attachments.nextSeq();
            attachments.publish(new SessionEvent.Output(
                    session.id(), new OutputChunk(seq, null, StreamName.TERMINAL, offset, length, text, null), true));
            offset += length;
            attachments.holdBackIfSaturated(source);
        }
    }
}
