package dev.sandshell.app;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The command that this process was started with, so that another one like it can be. Pure, but for {@link #ofThisProcess}. */
final class OwnCommand {
    /** Options of the virtual machine whose next word is paths, with ":" between. */
    private static final Set<String> WITH_PATHS =
            Set.of("-jar", "-cp", "-classpath", "--class-path", "-p", "--module-path");

    /** Those whose next word is something else that belongs to them. */
    private static final Set<String> WITH_VALUE = Set.of("--add-modules", "--add-opens");

    /** For what is over soon; a daemon is not. */
    private static final String FOR_A_MOMENT = "-XX:TieredStopAtLevel=1";

    private OwnCommand() {}

    /** The words that start this program again from any folder, up to where its own arguments would begin. */
    static List<String> ofThisProcess() throws IOException {
        String words = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(
                program(List.of(words.split("\0", -1)), Path.of("").toAbsolutePath()));
        // The first word may be one that only the PATH of that moment led to.
        ProcessHandle.current().info().command().ifPresent(java -> command.set(0, java));
        return command;
    }

    /** Of all the words of a process that was started in a folder, those before its arguments. */
    static List<String> program(List<String> words, Path folder) {
        List<String> program = new ArrayList<>();
        boolean isValue = false;
        String option = "";
        for (String word : words) {
            boolean isOption = !program.isEmpty() && !isValue && word.startsWith("-");
            if (!word.equals(FOR_A_MOMENT)) {
                program.add(isValue && WITH_PATHS.contains(option) ? absolute(word, folder) : word);
            }
            if (program.size() > 1 && !isOption && !isValue) {
                // The main class.
                return program;
            }
            if (isValue && option.equals("-jar")) {
                return program;
            }
            option = word;
            isValue = isOption && (WITH_PATHS.contains(word) || WITH_VALUE.contains(word));
        }
        return program;
    }

    private static String absolute(String paths, Path folder) {
        return Arrays.stream(paths.split(":", -1))
                .map(path -> folder.resolve(path).toString())
                .collect(joining(":"));
    }
}
