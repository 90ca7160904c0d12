package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.ClientCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of another major version is refused, and told which side has to be renewed. */
final class VersionCheckTest {
    private static ClientCapabilities speaking(String version) {
        return new ClientCapabilities(
                null, JsonParser.parseString("{'sandbox':{'protocolVersion':'" + version + "'}}"), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.7", "1.0.3"})
    void anotherMinorVersionIsServed(String version) {
        assertThat(VersionCheck.refusal(speaking(version), true)).isNull();
    }

    @Test
    void whoDoesNotSayIsServed() {
        assertThat(VersionCheck.refusal(null, true)).isNull();
        assertThat(VersionCheck.refusal(new ClientCapabilities(null, null, null), true))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, later version than the client, the daemon",
        "2.0, earlier version than the client, 'sandshell daemon restart'",
        "10.0, earlier version than the client, 'sandshell daemon restart'"
    })
    void whichSideIsBehindIsSaid(String version, String which, String what) {
        RefusedException refusal = VersionCheck.refusal(speaking(version), true);
        assertThat(refusal).hasMessageContainingAll("version " + version, "this server 1.", which, what);
        assertThat(VersionCheck.refusal(speaking(version), false))
                .as("whoever has a server of its own has started it")
                .hasMessageNotContaining("daemon");
    }
}
