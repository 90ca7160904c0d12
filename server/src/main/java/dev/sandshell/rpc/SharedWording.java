package dev.sandshell.rpc;

import dev.sandshell.protocol.ExecResult;
import java.lang.ref.WeakReference;

/**
 * Words a result once for all who wait for the same: hundreds may, and its text can be long. Confined to the scheduler.
 * What it has worded last is held by the answers alone.
 */
final class SharedWording {
    private WeakReference<dev.sandshell.session.ExecResult> last = new WeakReference<>(null);
    private WeakReference<ExecResult> worded = new WeakReference<>(null);

    ExecResult of(dev.sandshell.session.ExecResult result) {
        ExecResult known = worded.get();
        if (known != null && last.refersTo(result)) {
            return known;
        }
        ExecResult fresh = ExecMapping.result(result);
        last = new WeakReference<>(result);
        worded = new WeakReference<>(fresh);
        return fresh;
    }
}
