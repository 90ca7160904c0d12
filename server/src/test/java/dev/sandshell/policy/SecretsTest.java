package dev.sandshell.policy;

import static dev.sandshell.policy.Secrets.MASK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GITHUB_TOKEN",
                "npm_token",
                "DB_PASSWORD",
                "AWS_SECRET_ACCESS_KEY",
                "API_KEY",
                "KEY",
                "SSH_KEY_PATH",
                "MY_PASS",
                "PGPASSWORD",
                "SESSION_COOKIE",
                "privateThing",
                "CI_JOB_TOKEN_2"
            })
    void namesOfSecrets(String name) {
        assertThat(Secrets.isSecret(name)).isTrue();
        assertThat(Secrets.shown(name, "value")).isEqualTo(MASK);
        assertThat(Secrets.shown(name, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "PWD",
                "OLDPWD",
                "HOME",
                "KEYMAP",
                "MONKEY",
                "KEYTIMEOUT",
                "COMPASS",
                "PASSAGE",
                "SSH_AUTH_SOCK",
                "PINE"
            })
    void otherNames(String name) {
        assertThat(Secrets.isSecret(name)).isFalse();
        assertThat(Secrets.shown(name, "value")).isEqualTo("value");
    }

    @Test
    void whatLooksLikeACredentialIsNotShownAnywhere() {
        assertThat(Secrets.masked("https://me:hunter2@host/x")).isEqualTo("https://me:" + MASK + "@host/x");
        assertThat(Secrets.masked("x ghp_abcdefghijklmnop y")).isEqualTo("x " + MASK + " y");
        assertThat(Secrets.masked("curl -H 'Authorization: Bearer abcdefgh'"))
                .isEqualTo("curl -H 'Authorization: Bearer " + MASK + "'");
        assertThat(Secrets.masked("f () {\n    export API_TOKEN=\"a b\"; ls\n}"))
                .isEqualTo("f () {\n    export API_TOKEN=" + MASK + "; ls\n}");
        assertThat(Secrets.masked("mysql --password=abc -u me")).isEqualTo("mysql --password=" + MASK + " -u me");
        assertThat(Secrets.masked("ls -la /tmp/monkey=1")).isEqualTo("ls -la /tmp/monkey=1");
    }
}
