package dev.sandshell.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we read of the context of a question for code actions: the kinds that are wanted; null for all. */
public record CodeActionContext(@Nullable List<String> only) {}
