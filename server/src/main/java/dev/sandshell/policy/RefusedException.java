package dev.sandshell.policy;

import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that was understood and could not be met. It carries the code that a program reads, the sentence that a
 * person reads, and what else belongs to the code, such as the kind of a failed start.
 */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final RefusalCode code;
    private final transient ImmutableMap<String, Object> details;

    public RefusedException(RefusalCode code, String message) {
        this(code, message, ImmutableMap.of());
    }

    public RefusedException(RefusalCode code, String message, ImmutableMap<String, Object> details) {
        // A refusal is an answer, not a fault: where it was made says nothing, and filling in a stack trace costs.
        super(message, null, false, false);
        this.code = code;
        this.details = details;
    }

    public RefusalCode code() {
        return code;
    }

    public ImmutableMap<String, Object> details() {
        return details;
    }

    @Override
    public String getMessage() {
        @Nullable String message = super.getMessage();
        return message == null ? code.name() : message;
    }
}
