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
    }
}
