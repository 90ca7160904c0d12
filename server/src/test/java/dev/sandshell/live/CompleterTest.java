package dev.sandshell.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.session.ShellHoldings;
import dev.sandshell.session.ShellHoldings.Variable;
import dev.sandshell.syntax.ScriptTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a place is offered, of the script, the session and the disk. {@code ^} is the place. */
final class CompleterTest {
    @TempDir
    private Path folder;

    private final Completer completer = new Completer();
    private LiveState live = new LiveState("s", "bash", "/", false, ShellHoldings.NONE);

    @BeforeEach
    void aSession() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("usr/bin"));
        program(programs.resolve("prog"));
        program(programs.resolve("progress"));
        Files.writeString(programs.resolve("prog-note"), "no program");
        Path pages = Files.createDirectories(folder.resolve("usr/share/man/man1"));
        Files.writeString(pages.resolve("prog.1"), ".TP\n\\fB\\-\\-all\\fR\neverything\n.TP\n\\fB\\-q\\fR\nquiet\n");
        Files.createDirectories(folder.resolve("my folder"));
        Files.writeString(folder.resolve("my file"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        live = new LiveState(
                "s",
                "bash",
                folder.toString(),
                false,
                new ShellHoldings(
                        ImmutableMap.of(
                                "PATH", new Variable(programs + ":/none", true, false),
                                "HOME", new Variable(folder.toString(), true, false),
                                "LIST", new Variable("([0]=\"a\")", false, true),
                                "A_TOKEN", new Variable("s3cr3t", true, false)),
                        ImmutableMap.of("process", "process () { :; }", "_inner", "_inner () { :; }"),
                        ImmutableMap.of("prog", "prog --fast")));
    }

    private static void program(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Offers offers(String marked, String help) {
        int at = marked.indexOf('^');
        try (ScriptTree tree = ScriptTree.of(marked.substring(0, at) + marked.substring(at + 1))
                .orElseThrow()) {
            return completer.offers(tree.cursor(at), tree.definitions(), "bash", live, help);
        }
    }

    private List<String> labels(String marked) {
        return offers(marked, "").all().stream().map(Offer::label).toList();
    }

    private List<String> texts(String marked) {
        return offers(marked, "").all().stream().map(Offer::text).toList();
    }

    @Test
    void commandsInTheOrderInWhichTheShellLooksForThem() {
        assertThat(offers("prober() { :; }\npro^", "").all())
                .extracting(Offer::label, Offer::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("prober", Offer.Kind.OWN_FUNCTION),
                        org.assertj.core.groups.Tuple.tuple("process", Offer.Kind.FUNCTION),
                        org.assertj.core.groups.Tuple.tuple("prog", Offer.Kind.ALIAS),
                        org.assertj.core.groups.Tuple.tuple("progress", Offer.Kind.COMMAND));
        assertThat(labels("^")).contains("process", "cd", "if", "progress").doesNotContain("_inner", "prog-note");
        assertThat(labels("_in^")).containsExactly("_inner");
        assertThat(labels("sudo progr^")).containsExactly("progress");
        assertThat(labels("usr/bin/p^")).containsExactly("prog", "progress");
    }

    @Test
    void aFileThatBecomesAProgramIsOneAtOnce() throws IOException {
        assertThat(labels("prog-^")).isEmpty();
        program(folder.resolve("usr/bin/prog-note"));
        assertThat(labels("prog-^")).containsExactly("prog-note");
    }

    @Test
    void variablesWithTheirValuesButForSecrets() {
        assertThat(offers("echo $A_^", "").all()).singleElement().satisfies(offer -> {
            assertThat(offer.detail()).doesNotContain("s3cr3t");
            assertThat(offer.source()).isEqualTo("exported variable");
        });
        assertThat(texts("echo ${LI^")).containsExactly("LIST[@]");
        assertThat(texts("LISTING=1; echo $LI^")).containsExactly("LISTING", "LIST");
        assertThat(labels("export HO^")).containsExactly("HOME");
    }

    @Test
    void filesQuotedAsThePlaceNeedsIt() {
        assertThat(texts("cat my^")).containsExactly("my\\ file", "my\\ folder/");
        assertThat(texts("cat my\\ fi^")).containsExactly("my\\ file");
        assertThat(texts("cat \"my f^")).containsExactly("my file", "my folder/");
        assertThat(texts("cat ~/my^")).containsExactly("~/my\\ file", "~/my\\ folder/");
        assertThat(texts("cat $HOME/us^")).containsExactly("$HOME/usr/");
        assertThat(labels("cd my^")).containsExactly("my folder/");
        assertThat(labels("cat .h^")).containsExactly(".hidden");
        assertThat(labels("cat <us^")).containsExactly("usr/");
        assertThat(labels("cat none/^")).isEmpty();
    }

    @Test
    void optionsOffThePageOrOffWhatSomebodyHasHadPrinted() {
        assertThat(offers("prog -^", "").all()).extracting(Offer::label).containsExactly("--all", "-q");
        assertThat(offers("prog --a^", "  --also  too\n").all())
                .extracting(Offer::label, Offer::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("--also", "too"));
        assertThat(labels("../../etc/prog -^")).containsExactly("--all", "-q");
        assertThat(labels("unknown -^")).isEmpty();
    }

    @Test
    void moreThanThereIsRoomForIsSaid() throws IOException {
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 400; i++) {
            Files.createFile(many.resolve("file" + i));
        }
        Offers offers = offers("cat many/^", "");
        assertThat(offers.isIncomplete()).isTrue();
        assertThat(offers.all()).hasSizeLessThanOrEqualTo(300);
        assertThat(offers("cat many/file39^", "").isIncomplete()).isFalse();
    }
}
