package dev.sandshell.intellij.platform;

import com.intellij.openapi.ui.messages.MessagesService;
import com.intellij.ui.messages.MessagesServiceImpl;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the platform asks the user: in its own dialogs where there is a screen, unless a test has the answers. */
final class TestMessages {
    private final TestApplication application;
    private final MessagesService dialogs = new MessagesServiceImpl();
    private @Nullable Supplier<String> answers = GraphicsEnvironment.isHeadless() ? () -> "" : null;

    TestMessages(TestApplication application) {
        this.application = application;
    }

    /** Says yes from now on to what is asked, and this where a text is wanted. */
    void answer(Supplier<String> newAnswers) {
        answers = newAnswers;
    }

    MessagesService service() {
        return (MessagesService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MessagesService.class}, (proxy, method, arguments) -> {
                    Supplier<String> known = answers;
                    if (known == null) {
                        application.showsDialog(true);
                        try {
                            return method.invoke(dialogs, arguments);
                        } finally {
                            application.showsDialog(false);
                        }
                    }
                    return method.getReturnType() == int.class ? 0 : known.get();
                });
    }
}
