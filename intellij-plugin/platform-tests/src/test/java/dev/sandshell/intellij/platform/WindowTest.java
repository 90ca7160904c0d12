package dev.sandshell.intellij.platform;

import dev.sandshell.intellij.core.sessions.SessionView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Tests with the tool window in a real window, which shows the project's session. */
@Tag("window")
abstract class WindowTest extends PlatformTest {
    TestFrame frame;

    /** The project's session. */
    SessionView view;

    @BeforeAll
    static void needsAScreen() {
        TestFrame.needsAScreen();
    }

    @BeforeEach
    final void openFrame() {
        frame = TestFrame.of(platform.sandshell().getContentManager());
        Waiting.until(() -> service().tabs().front() != null, () -> "no tab");
        view = session();
    }

    @AfterEach
    final void closeFrame() {
        frame.close();
    }
}
