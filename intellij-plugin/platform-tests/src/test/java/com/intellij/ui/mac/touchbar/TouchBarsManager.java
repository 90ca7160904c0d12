package com.intellij.ui.mac.touchbar;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.ui.popup.JBPopup;
import java.awt.AWTEvent;
import java.awt.event.InputEvent;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** In the place of the platform's own, which asks a library that is not here for a keyboard that is not here either. */
public final class TouchBarsManager {
    private TouchBarsManager() {}

    public static @Nullable Disposable showPopupBar(JBPopup popup, JComponent content) {
        return null;
    }

    public static void onInputEvent(InputEvent event) {}

    public static void onFocusEvent(AWTEvent event) {}
}
