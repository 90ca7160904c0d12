package dev.sandshell.session;

import com.google.common.base.Ticker;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.Limits;
import java.time.Clock;

/** What every session of a server shares. */
record SessionContext(
        ShellBackend backend,
        Scheduler scheduler,
        Limits limits,
        Clock clock,
        Ticker ticker,
        EventLogs logs,
        ExecIndex execs,
        Onlookers onlookers,
        CommandLog history,
        SessionStore store) {}
