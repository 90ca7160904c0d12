package com.intellij.ui;

/** What fields with a button are, and how they are read. */
public interface TextAccessor {
    void setText(String text);

    String getText();
}
