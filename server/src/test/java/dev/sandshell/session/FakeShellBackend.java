package dev.sandshell.session;

import dev.sandshell.policy.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands out fake shells and keeps them for the test. Confined to the test's thread. */
final class FakeShellBackend implements ShellBackend {
    final List<FakeShell> shells = new ArrayList<>();

    /** What each was to be. */
    final List<SessionSpec> specs = new ArrayList<>();

    /** What the next opening is refused with. */
    @Nullable
    RefusedException refusal;

    @Override
    public Shell open(SessionSpec spec, Shell.Listener listener) throws RefusedException {
        RefusedException why = refusal;
        if (why != null) {
            refusal = null;
            throw why;
        }
        FakeShell shell = new FakeShell(listener);
        shells.add(shell);
        specs.add(spec);
        return shell;
    }

    @Override
    public ShellHoldings holdings(ShellState state) {
        return ShellHoldings.NONE;
    }

    @Override
    public Optional<SyntaxComplaint> complaint(String shell, String script) {
        return Optional.empty();
    }

    @Override
    public List<Available> available() {
        return List.of(new Available("fake", "/bin/fake", "1.0"));
    }

    FakeShell last() {
        return shells.get(shells.size() - 1);
    }
}
