package com.intellij.openapi.actionSystem;

/** On which thread an action's {@code update} is called; IDEs from 2022.3 on ask for it. */
public enum ActionUpdateThread {
    BGT,
    EDT
}
