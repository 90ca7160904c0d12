package dev.sandshell.session;

import dev.sandshell.policy.OverflowLimits;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** A place beside memory that does what it is asked for when the test says so. Confined to the test's thread. */
final class FakeOverflow implements Overflow, OverflowFile {
    final ArrayDeque<Runnable> asked = new ArrayDeque<>();
    boolean isFull;
    boolean isUnreadable;
    boolean isClosed;

    /** How many reads there were. */
    int reads;

    private final OverflowLimits limits;
    private final byte[] bytes;

    FakeOverflow(OverflowLimits limits) {
        this.limits = limits;
        bytes = new byte[(int) limits.file()];
    }

    @Override
    public OverflowLimits limits() {
        return limits;
    }

    @Override
    public Optional<OverflowFile> open() {
        return Optional.of(this);
    }

    @Override
    public void write(long position, byte[] written, Consumer<Boolean> done) {
        asked.add(() -> {
            if (!isFull) {
                System.arraycopy(written, 0, bytes, (int) position, written.length);
            }
            done.accept(!isFull);
        });
    }

    @Override
    public void read(long position, int length, Consumer<Optional<byte[]>> done) {
        asked.add(() -> {
            reads++;
            done.accept(
                    isUnreadable
                            ? Optional.empty()
                            : Optional.of(Arrays.copyOfRange(bytes, (int) position, (int) position + length)));
        });
    }

    @Override
    public void close() {
        isClosed = true;
    }

    /** Does all that is asked for, and what that brings. */
    void work() {
        Runnable next;
        while ((next = asked.poll()) != null) {
            next.run();
        }
    }
}
