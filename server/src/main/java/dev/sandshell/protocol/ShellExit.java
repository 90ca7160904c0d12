package dev.sandshell.protocol;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/** How a shell has ended: by itself, or by a signal. */
public record ShellExit(
        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        Integer exitCode,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        String signal) {}
