package dev.sandshell.intellij.core.concurrent;

/** Somebody who is told of something, until this is closed. Any thread may close it, also twice. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    @Override
    void close();
}
