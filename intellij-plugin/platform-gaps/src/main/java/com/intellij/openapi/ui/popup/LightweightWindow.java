package com.intellij.openapi.ui.popup;

/** Named by the API of pop-ups; nobody here calls it. */
public interface LightweightWindow {}
