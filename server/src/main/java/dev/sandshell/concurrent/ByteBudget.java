package dev.sandshell.concurrent;

import java.util.function.BooleanSupplier;

/** A part of the server's memory that many share, in bytes. Confined to the scheduler. */
public final class ByteBudget {
    private final long total;
    private final BooleanSupplier reclaim;
    private long taken;

    /** A budget of which nothing comes back but what is given back. */
    public ByteBudget(long total) {
        this(total, () -> false);
    }

    /**
     * @param reclaim has somebody give back what is needed least; false where there is nothing of that kind
     */
    public ByteBudget(long total, BooleanSupplier reclaim) {
        this.total = total;
        this.reclaim = reclaim;
    }

    /** Takes a part, or nothing where that is too much. To the first who comes nothing is too much. */
    public boolean tryTake(long bytes) {
        boolean canReclaim = true;
        while (canReclaim && exceeds(bytes)) {
            canReclaim = reclaim.getAsBoolean();
        }
        if (exceeds(bytes)) {
            return false;
        }
        taken += bytes;
        return true;
    }

    private boolean exceeds(long bytes) {
        return taken > 0 && taken + bytes > total;
    }

    /** Takes a part whether it is there or not, and has others give back as much as they can. */
    public void take(long bytes) {
        taken += bytes;
        boolean canReclaim = true;
        while (canReclaim && taken > total) {
            canReclaim = reclaim.getAsBoolean();
        }
    }

    public void giveBack(long bytes) {
        taken -= bytes;
    }

    /** How much is taken now. */
    public long taken() {
        return taken;
    }
}
