package com.intellij.openapi.wm;

import com.intellij.openapi.project.Project;

/** As IDEs have it since 2020.1, and this platform has not. */
public interface StatusBarWidgetFactory {
    String getId();

    String getDisplayName();

    boolean isAvailable(Project project);

    StatusBarWidget createWidget(Project project);

    void disposeWidget(StatusBarWidget widget);

    boolean canBeEnabledOn(StatusBar statusBar);
}
