package dev.sandshell.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The command that this process was started with, so that another one like it can be. Pure, but for {@link #ofThisProcess}. */
final class OwnCommand {
    /** Options of the virtual machine whose value is a word of its own. */
    private static final Set<String> WITH_VALUE =
            Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules", "--add-opens");

    /** For what is over soon; a daemon is not. */
    private static final String FOR_A_MOMENT = "-XX:TieredStopAtLevel=1";

    private OwnCommand() {}

    /** The words that start this program again, up to where its own arguments would begin. */
    static List<String> ofThisProcess() throws IOException {
        String words = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(program(List.of(words.split("\0", -1))));
        // The first word may be one that only the PATH of that moment led to.
        ProcessHandle.current().info().command().ifPresent(java -> command.set(0, java));
        return command;
    }

    /** Of all the words of a process, those before its arguments. */
    static List<String> program(List<String> words) {
        List<String> program = new ArrayList<>();
        boolean isValue = false;
        for (String word : words) {
            boolean isOption = !program.isEmpty() && !isValue && word.startsWith("-");
            if (!word.equals(FOR_A_MOMENT)) {
                program.add(word);
            }
            if (program.size() > 1 && !isOption && !isValue) {
                // The main class.
                return program;
            }
            if (isValue && program.get(program.size() - 2).equals("-jar")) {
                return program;
            }
            isValue = isOption && (word.equals("-jar") || WITH_VALUE.contains(word));
        }
        return program;
    }
}
