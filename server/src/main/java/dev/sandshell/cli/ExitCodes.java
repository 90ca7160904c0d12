package dev.sandshell.cli;

import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.ShellExit;

/** The one number that a shell gets to know of a result. Pure. */
final class ExitCodes {
    /** As timeout(1). */
    static final int TIMED_OUT = 124;

    /** As of a program that SIGPIPE ended. */
    static final int BROKEN_PIPE = 141;

    /** As of a program that SIGINT ended. */
    static final int INTERRUPTED = 130;

    private static final int SIGNALLED = 128;

    private ExitCodes() {}

    static int of(ShellExit exit) {
        if (exit.signal() != null) {
            return SIGNALLED + numberOf(exit.signal());
        }
        return exit.exitCode() == null ? SandshellCommand.OWN_FAILURE : exit.exitCode();
    }

    static int of(ExecResult result) {
        if (result.timedOut()) {
            return TIMED_OUT;
        }
        if (result.signal() != null) {
            return SIGNALLED + numberOf(result.signal());
        }
        return result.exitCode() == null ? SandshellCommand.OWN_FAILURE : result.exitCode();
    }

    /** Linux's numbers; a name that is a number says it itself. */
    private static int numberOf(String signal) {
        return switch (signal) {
            case "SIGHUP" -> 1;
            case "SIGINT" -> 2;
            case "SIGQUIT" -> 3;
            case "SIGILL" -> 4;
            case "SIGTRAP" -> 5;
            case "SIGABRT" -> 6;
            case "SIGBUS" -> 7;
            case "SIGFPE" -> 8;
            case "SIGKILL" -> 9;
            case "SIGUSR1" -> 10;
            case "SIGSEGV" -> 11;
            case "SIGUSR2" -> 12;
            case "SIGPIPE" -> 13;
            case "SIGALRM" -> 14;
            case "SIGTERM" -> 15;
            case "SIGXCPU" -> 24;
            case "SIGXFSZ" -> 25;
            case "SIGSYS" -> 31;
            default -> {
                String digits = signal.replaceFirst("^SIG(?=\\d)", "");
                yield digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
            }
        };
    }
}
