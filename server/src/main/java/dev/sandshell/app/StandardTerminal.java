package dev.sandshell.app;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.sandshell.cli.OwnTerminal;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.TerminalModes;
import dev.sandshell.posix.WindowSize;
import dev.sandshell.protocol.TerminalSize;
import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The terminal behind standard input. A JVM that is told to end restores it. Any thread may call. */
final class StandardTerminal implements OwnTerminal {
    private static final Logger LOG = Logger.getLogger(StandardTerminal.class.getName());
    private static final int STDIN = 0;
    private static final int STDOUT = 1;

    /** What a terminal is taken for that does not say. */
    private static final TerminalSize USUAL = new TerminalSize(24, 80);

    private static final ImmutableSet<String> KIND = ImmutableSet.of("TERM", "COLORTERM");

    /** What programs are told of one whose kind nobody has told us: it prints characters, and nothing is sure beyond. */
    private static final ImmutableMap<String, String> UNKNOWN_KIND = ImmutableMap.of("TERM", "dumb");

    private final Descriptor terminal;
    private final TerminalModes before;
    private final ImmutableMap<String, String> kind;

    private StandardTerminal(Descriptor terminal, TerminalModes before, Map<String, String> environment) {
        this.terminal = terminal;
        this.before = before;
        kind = ImmutableMap.<String, String>builder()
                .putAll(UNKNOWN_KIND)
                .putAll(Maps.filterEntries(
                        environment,
                        it -> KIND.contains(it.getKey()) && !it.getValue().isEmpty()))
                .buildKeepingLast();
    }

    static StandardTerminal open(Map<String, String> environment) throws IOException {
        TerminalModes modes = modesOf(STDIN, "standard input");
        modesOf(STDOUT, "standard output");
        StandardTerminal opened = new StandardTerminal(Descriptor.adopt(STDIN), modes, environment);
        Runtime.getRuntime().addShutdownHook(new Thread(opened::restore, "terminal-restore"));
        return opened;
    }

    private static TerminalModes modesOf(int number, String name) throws IOException {
        try {
            return TerminalModes.of(Descriptor.adopt(number));
        } catch (PosixException e) {
            throw new IOException(name + " is no terminal; run this in one, or without one: sandshell exec COMMAND", e);
        }
    }

    @Override
    public TerminalSize size() {
        try {
            WindowSize size = terminal.terminalSize();
            return size.rows() == 0 || size.cols() == 0 ? USUAL : new TerminalSize(size.rows(), size.cols());
        } catch (PosixException hungUp) {
            return USUAL;
        }
    }

    @Override
    public ImmutableMap<String, String> kind() {
        return kind;
    }

    @Override
    public void makeRaw() {
        apply(before.raw());
    }

    @Override
    public void restore() {
        apply(before);
    }

    private void apply(TerminalModes modes) {
        try {
            modes.applyTo(terminal);
        } catch (PosixException hungUp) {
            LOG.log(Level.FINE, "the terminal has gone", hungUp);
        }
    }
}
