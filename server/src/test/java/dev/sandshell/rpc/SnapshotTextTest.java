package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.session.ShellState;
import org.junit.jupiter.api.Test;

/** A snapshot comes back as it was given, or says what is wrong with it. */
final class SnapshotTextTest {
    private static final byte[] SCRIPT = {'x', '=', (byte) 0xff, 0, '\n'};

    private final String text = SnapshotText.of(new ShellState("ba:sh", SCRIPT));

    @Test
    void theShellAndEveryByteComeBack() throws InvalidArgumentException {
        ShellState state = SnapshotText.read(text, SCRIPT.length);
        assertThat(state.shell()).isEqualTo("ba:sh");
        assertThat(state.script()).isEqualTo(SCRIPT);
        assertThat(text).startsWith("sandshell-snapshot:1:").doesNotContain("\n");
    }

    @Test
    void noCharacterCanBeChangedAndNonePutInOrTakenOut() {
        for (int i = 0; i < text.length(); i++) {
            String before = text.substring(0, i);
            char other = text.charAt(i) == '2' ? '3' : '2';
            refuses(before + other + text.substring(i + 1), "snapshot must ");
            refuses(before + text.substring(i + 1), "snapshot must ");
            refuses(before + other + text.substring(i), "snapshot must ");
            refuses(before, "snapshot must ");
        }
    }

    @Test
    void anotherVersionIsNamed() {
        refuses("sandshell-snapshot:12:whatever follows", "snapshot must be of version 1, got version 12");
    }

    @Test
    void aShellIsNotNamedByItsPath() {
        refuses(SnapshotText.of(new ShellState("/bin/sh", SCRIPT)), "snapshot must name a shell, got \"/bin/sh\"");
        refuses(SnapshotText.of(new ShellState("", SCRIPT)), "snapshot must name a shell, got \"\"");
    }

    @Test
    void aStateThatIsTooLargeIsRefused() throws InvalidArgumentException {
        for (int length = 0; length < 9; length++) {
            String whole = SnapshotText.of(new ShellState("sh", new byte[length]));
            assertThat(SnapshotText.read(whole, length).script()).hasSize(length);
            if (length > 0) {
                int less = length - 1;
                assertThatThrownBy(() -> SnapshotText.read(whole, less))
                        .hasMessage("snapshot must hold at most " + less + " bytes of state");
            }
        }
    }

    private static void refuses(String given, String message) {
        assertThatThrownBy(() -> SnapshotText.read(given, 1_000))
                .as(given)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
