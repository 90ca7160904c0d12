package dev.sandshell;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the sentences of the architecture document against the classes and the sources. */
final class ArchitectureTest {
    private static final String BASE = "dev.sandshell.";

    /** The JDK, and the annotations that any package may wear. */
    private static final String[] EVERYWHERE = {
        "java..", "javax..", "org.jspecify.annotations..", "com.google.errorprone.annotations.."
    };

    private static final String GUAVA = "com.google.common..";
    private static final String JNA = "com.sun.jna..";
    private static final String LSP4J = "org.eclipse.lsp4j..";
    private static final String GSON = "com.google.gson..";
    private static final String PICOCLI = "picocli..";
    private static final String RE2J = "com.google.re2j..";

    private static final int MAX_LINES = 500;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sandshell");

    static Stream<ArchRule> rules() {
        return Stream.of(
                only("protocol", "protocol imports nothing of ours", LSP4J, GSON),
                only("policy", "policy knows the JDK and guava alone", GUAVA),
                only("concurrent", "concurrent knows the JDK and guava alone", GUAVA),
                only("posix", "posix knows concurrent and the native calls", ours("concurrent"), JNA),
                only(
                        "session",
                        "session knows policy and concurrent, and neither the wire nor the shells",
                        ours("policy"),
                        ours("concurrent"),
                        GUAVA,
                        RE2J),
                only(
                        "shell",
                        "shell knows session, policy, concurrent, posix and the marks of terminal, and starts its processes"
                                + " through pty4j",
                        ours("session"),
                        ours("policy"),
                        ours("concurrent"),
                        ours("posix"),
                        ours("terminal"),
                        GUAVA,
                        "com.pty4j.."),
                only(
                        "history",
                        "history knows the ports of session, policy, concurrent, state and SQLite",
                        ours("session"),
                        ours("policy"),
                        ours("concurrent"),
                        ours("state"),
                        GUAVA,
                        "org.sqlite.."),
                only(
                        "overflow",
                        "overflow knows the ports of session, policy, concurrent and state",
                        ours("session"),
                        ours("policy"),
                        ours("concurrent"),
                        ours("state"),
                        GUAVA),
                only(
                        "store",
                        "store knows the ports of session and the state folder, and writes JSON",
                        ours("session"),
                        ours("state"),
                        GUAVA,
                        GSON),
                only("state", "state knows the JDK alone"),
                only("terminal", "terminal knows the JDK alone"),
                only(
                        "output",
                        "output knows concurrent, and what terminal makes plain text of",
                        ours("concurrent"),
                        ours("terminal"),
                        GUAVA),
                only(
                        "daemon",
                        "daemon knows concurrent and posix, and of the protocol no more than where a message ends",
                        ours("concurrent"),
                        ours("posix"),
                        "jdk.net..",
                        GSON),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ours("history"))
                        .should()
                        .dependOnClassesThat(resideInAPackage("java.sql..").or(resideInAPackage("org.sqlite..")))
                        .as("only history knows databases"),
                only(
                        "rpc",
                        "rpc knows protocol, session, policy, concurrent, terminal and what answers for documents, never shell or"
                                + " posix",
                        ours("protocol"),
                        ours("editor"),
                        ours("scripts"),
                        ours("problems"),
                        ours("language"),
                        ours("output"),
                        ours("session"),
                        ours("policy"),
                        ours("concurrent"),
                        ours("terminal"),
                        GUAVA,
                        RE2J,
                        GSON,
                        LSP4J),
                only(
                        "editor",
                        "editor knows the records of protocol, sessions, documents and output, and of its client no more than a"
                                + " port",
                        ours("protocol"),
                        ours("problems"),
                        ours("language"),
                        ours("output"),
                        ours("session"),
                        ours("policy"),
                        ours("concurrent"),
                        GUAVA,
                        GSON),
                only(
                        "scripts",
                        "scripts knows documents, grammar and sessions, and words for protocol what live says of them",
                        ours("protocol"),
                        ours("problems"),
                        ours("language"),
                        ours("live"),
                        ours("syntax"),
                        ours("session"),
                        ours("policy"),
                        ours("concurrent"),
                        GUAVA),
                only(
                        "problems",
                        "problems knows what diagnostics finds in the output of session, and words it for protocol",
                        ours("protocol"),
                        ours("diagnostics"),
                        ours("language"),
                        ours("session"),
                        ours("concurrent"),
                        GUAVA),
                only("syntax", "syntax knows the grammar of scripts, and nothing of ours", GUAVA, "org.treesitter.."),
                only(
                        "live",
                        "live knows scripts by syntax, what shells hold by session, and the rules of policy",
                        ours("syntax"),
                        ours("session"),
                        ours("policy"),
                        GUAVA),
                only(
                        "diagnostics",
                        "diagnostics knows the text of output, what terminals make of it, and how places are counted",
                        ours("terminal"),
                        ours("language"),
                        GUAVA),
                only("language", "language knows documents alone, neither sessions nor the wire", GUAVA),
                only(
                        "cli",
                        "cli is a client of the protocol like any other with a terminal, and prints its schema",
                        ours("protocol"),
                        ours("schema"),
                        ours("terminal"),
                        GUAVA,
                        GSON,
                        LSP4J,
                        PICOCLI),
                only("schema", "schema is read off protocol alone", ours("protocol"), GUAVA, GSON, LSP4J),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ours("app"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ours("app"))
                        .as("only app knows everything, and nobody knows app"),
                slices().matching(BASE + "(*)..").should().beFreeOfCycles().as("no cycles between packages"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                        .as("a name is a noun for a thing or a role: no Util, Helper, Manager or Impl"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSentencesOfTheArchitectureHold(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(sources())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (!hasJavaFiles(folder)) {
                    continue;
                }
                Path info = folder.resolve("package-info.java");
                String text = Files.exists(info) ? Files.readString(info) : "";
                if (!text.startsWith("/**") || !text.contains("\n@NullMarked\n")) {
                    missing.add(folder.getFileName().toString());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPublicTypeHasJavadoc() throws IOException {
        Pattern type =
                Pattern.compile("^public (?:(?:abstract|final|sealed) )*(?:class|interface|enum|record|@interface) ");
        assertThat(linesThat((lines, at) ->
                        type.matcher(lines.get(at)).find() && !endsJavadoc(lines, beforeAnnotations(lines, at))))
                .isEmpty();
    }

    @Test
    void noFileIsLongerThanItsCap() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : javaFiles()) {
            int lines = Files.readAllLines(file).size();
            String name = file.getFileName().toString();
            if (lines > MAX_LINES) {
                tooLong.add(name + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nobodyCatchesEverythingAndKeepsSilent() throws IOException {
        Pattern caught = Pattern.compile("catch \\((?:final )?[^)]*\\b(?:Exception|Throwable|Error) (\\w+)\\)");
        assertThat(linesThat((lines, at) -> {
                    Matcher matcher = caught.matcher(lines.get(at));
                    if (!matcher.find()) {
                        return false;
                    }
                    String block = blockAfter(lines, at);
                    return !block.contains("throw ")
                            && !block.contains("LOG.log(")
                            && !Pattern.compile("[(,] ?" + matcher.group(1) + "\\)")
                                    .matcher(block)
                                    .find();
                }))
                .isEmpty();
    }

    @Test
    void nobodyWritesToStdoutByTheWay() throws IOException {
        assertThat(codeThat("app/StdioGuard.java"::equals, "System.out")).isEmpty();
    }

    @Test
    void threadsAreMadeWhereTheyGetTheirNames() throws IOException {
        // The command line is a client, which knows nothing of the server's threads.
        Predicate<String> mayMakeThreads = file -> file.startsWith("app/")
                || file.startsWith("cli/")
                || file.equals("concurrent/NamedThreads.java")
                || file.equals("posix/EventLoop.java");
        assertThat(codeThat(mayMakeThreads, "new Thread(")).isEmpty();
    }

    // ---- how the rules are put

    /** What lies in a package depends on itself, on what any package may, and on what is listed. */
    private static ArchRule only(String name, String sentence, String... allowed) {
        List<String> packages = new ArrayList<>(List.of(EVERYWHERE));
        packages.add(ours(name));
        packages.addAll(List.of(allowed));
        return noClasses()
                .that(resideInAPackage(ours(name)))
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(packages.toArray(String[]::new))
                        .and(describe("are no primitive", type -> !type.isPrimitive() && !type.isArray())))
                .as(sentence);
    }

    private static String ours(String name) {
        return BASE + name + "..";
    }

    // ---- how the sources are read

    private interface Finding {
        boolean isBad(List<String> lines, int at);
    }

    private static List<String> linesThat(Finding finding) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : javaFiles()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (finding.isBad(lines, i)) {
                    found.add(nameOf(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    private static List<String> codeThat(Predicate<String> isExempt, String holds) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : javaFiles()) {
            if (isExempt.test(nameOf(file))) {
                continue;
            }
            for (String line : Files.readAllLines(file)) {
                String code = line.strip();
                if (!code.startsWith("*") && !code.startsWith("/") && code.contains(holds)) {
                    found.add(nameOf(file) + ": " + code);
                }
            }
        }
        return found;
    }

    private static int beforeAnnotations(List<String> lines, int at) {
        int before = at - 1;
        // An annotation may go on over several lines; a blank line or the end of a comment ends it.
        while (before >= 0 && !lines.get(before).isBlank() && !lines.get(before).endsWith("*/")) {
            before--;
        }
        return before;
    }

    private static boolean endsJavadoc(List<String> lines, int at) {
        return at >= 0 && lines.get(at).endsWith("*/");
    }

    private static String blockAfter(List<String> lines, int at) {
        StringBuilder block = new StringBuilder();
        int indent = indentOf(lines.get(at));
        for (int i = at + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && indentOf(lines.get(i)) <= indent) {
                break;
            }
            block.append(lines.get(i)).append('\n');
        }
        return block.toString();
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static boolean hasJavaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(sources())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Path file) {
        return sources().relativize(file).toString();
    }

    private static Path sources() {
        return Path.of("src/main/java/dev/sandshell");
    }
}
