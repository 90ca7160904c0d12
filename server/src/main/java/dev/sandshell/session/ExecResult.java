package dev.sandshell.session;

/** The exact outcome of a command; its arrays belong to the reader. */
public record ExecResult(
        String sessionId,
        String execId,
        ExecStatus status,
        Collected stdout,
        Collected stderr,
        OutputEncoding encoding,
        long startedAtMs,
        long durationMs,
        String cwd) {

    /** The same without what was collected, which only the call's answer holds. */
    ExecResult withoutOutput() {
        return new ExecResult(
                sessionId,
                execId,
                status,
                stdout.withoutBytes(),
                stderr.withoutBytes(),
                encoding,
                startedAtMs,
                durationMs,
                cwd);
    }

    /**
     * One stream of it.
     *
     * @param bytes the head and the tail of what came, up to the cap
     * @param headLength where the tail begins, if something is missing between
     * @param total how many bytes came in all
     */
    public record Collected(byte[] bytes, int headLength, long total) {
        public boolean isTruncated() {
            return total > bytes.length;
        }

        Collected withoutBytes() {
            return new Collected(new byte[0], 0, total);
        }
    }
}
