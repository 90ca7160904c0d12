package dev.sandshell.cli;

import java.io.IOException;
import java.util.List;

/** One of the commands of {@code sandshell}. Made for one run, on the main thread. */
interface Subcommand {
    /** What {@code --help} prints. */
    String help();

    /** The options that take no value. */
    List<String> flags();

    /** The options that take a value. */
    List<String> valued();

    /**
     * Does it; the exit code.
     *
     * @throws IOException what is said of it is for the person at the terminal
     */
    int run(Arguments arguments) throws UsageException, IOException;
}
