package com.intellij.openapi.util;

/** Named by signatures of the tool windows' API; nobody here calls it. */
public interface BusyObject {}
