package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A client that keeps what it is told, each event in one line. Confined to the test's thread. */
final class RecordingListener implements SessionListener {
    /** {@code 1 started e1}, {@code 2 output e1 stdout hello}, {@code 3 exited e1 0}, {@code 4 closed e1}. */
    final List<String> events = new ArrayList<>();

    /** What was before what it has asked for. */
    final List<String> before = new ArrayList<>();

    final List<SessionView> changes = new ArrayList<>();

    /** What it is told of sessions that it is not attached to: {@code a IDLE}, {@code a TERMINATED}. */
    final List<String> news = new ArrayList<>();

    boolean takesNoNews;
    final List<ExecResult> results = new ArrayList<>();

    /** The sessions of which this client has too much to read. */
    final Set<String> saturated = new HashSet<>();

    /** How each event was told, as long as {@link #events}. */
    final List<Telling> tellings = new ArrayList<>();

    /** The sessions that it is told no more of. */
    final List<String> detachments = new ArrayList<>();

    private final boolean acknowledges;

    RecordingListener() {
        this(false);
    }

    RecordingListener(boolean acknowledges) {
        this.acknowledges = acknowledges;
    }

    @Override
    public void changed(SessionView session) {
        changes.add(session);
    }

    @Override
    public boolean cameOrWent(SessionView session) {
        if (takesNoNews) {
            return false;
        }
        news.add(session.sessionId() + " " + session.state());
        return true;
    }

    @Override
    public void started(ExecView exec, long seq, Telling telling) {
        record(seq + " started " + exec.execId(), telling);
    }

    @Override
    public boolean output(String sessionId, OutputChunk chunk, Telling telling) {
        record(
                chunk.seq() + " output " + chunk.execId() + " " + chunk.stream().wireName() + " " + chunk.text(),
                telling);
        return telling.isSent();
    }

    @Override
    public void inputRequired(String sessionId, String execId, boolean isSecret, long seq, Telling telling) {
        record(seq + " input " + execId + (isSecret ? " secret" : ""), telling);
    }

    @Override
    public void exited(ExecResult result, long seq, Telling telling) {
        record(seq + " exited " + result.execId() + " " + result.status().exitCode(), telling);
        if (telling.isSent()) {
            results.add(result);
        }
    }

    @Override
    public void closed(String sessionId, String execId, long seq, Telling telling) {
        record(seq + " closed " + execId, telling);
    }

    private void record(String event, Telling telling) {
        if (telling == Telling.BEFORE) {
            before.add(event);
        } else {
            tellings.add(telling);
            events.add(event);
        }
    }

    @Override
    public void detached(String sessionId) {
        detachments.add(sessionId);
    }

    @Override
    public boolean isSaturated(String sessionId) {
        return saturated.contains(sessionId);
    }

    @Override
    public boolean acknowledges() {
        return acknowledges;
    }

    /** What the protocol promises of any stream of events. */
    void checkOrder() {
        long expected = 1;
        Set<String> started = new HashSet<>();
        Set<String> exited = new HashSet<>();
        Set<String> closed = new HashSet<>();
        for (String event : events) {
            String[] words = event.split(" ", 4);
            assertThat(Long.parseLong(words[0])).as(event).isEqualTo(expected);
            expected++;
            String execId = words[2];
            switch (words[1]) {
                case "started" -> assertThat(started.add(execId)).as(event).isTrue();
                case "input" ->
                    assertThat(started.contains(execId) && !exited.contains(execId))
                            .as(event)
                            .isTrue();
                case "output" ->
                    assertThat(started.contains(execId) && !closed.contains(execId))
                            .as(event)
                            .isTrue();
                case "exited" ->
                    assertThat(started.contains(execId) && exited.add(execId))
                            .as(event)
                            .isTrue();
                default ->
                    assertThat(exited.contains(execId) && closed.add(execId))
                            .as(event)
                            .isTrue();
            }
        }
        assertThat(exited).as("after %s", events).isEqualTo(closed);
    }

    /** Which commands are between their start and their close. */
    Set<String> open() {
        Set<String> open = new HashSet<>();
        for (String event : events) {
            String[] words = event.split(" ", 4);
            if (words[1].equals("started")) {
                open.add(words[2]);
            } else if (words[1].equals("closed")) {
                open.remove(words[2]);
            }
        }
        return open;
    }
}
