package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a report calls a test.
 *
 * @param type its class
 * @param ofTest its method, and what JUnit displays where that says more; empty for the class itself
 */
record DisplayedName(String type, String ofTest) {
    private static final int LONGEST = 200;

    /** Without what JUnit displays: nobody knows the secrets that may be in it. */
    static DisplayedName of(ExtensionContext context) {
        return new DisplayedName(
                ClassContext.name(context.getRequiredTestClass()),
                context.getTestMethod().map(Method::getName).orElse(""));
    }

    /**
     * With the arguments of a parameterized test, of which one may be a secret, or have been one.
     *
     * @param auth the handle of the test, or else that of its class, if there is one
     */
    static DisplayedName of(ExtensionContext method, Settings settings, Optional<CxoneAuth> auth) {
        DisplayedName plain = of(method);
        return new DisplayedName(
                plain.type(), named(plain.ofTest(), method.getDisplayName(), text -> hides(text, settings, auth)));
    }

    private static String named(String method, String displayed, Predicate<String> isSecret) {
        if (displayed.equals(method) || displayed.startsWith(method + "(")) {
            return method;
        }
        String shown = displayed.length() <= LONGEST ? displayed : displayed.substring(0, LONGEST) + "...";
        return method + " " + (isSecret.test(displayed) ? Redactor.HIDDEN : shown);
    }

    private static boolean hides(String displayed, Settings settings, Optional<CxoneAuth> auth) {
        List<String> configured =
                settings.configuration().clients().stream().map(Client::secret).toList();
        return new Redactor(configured).hides(displayed)
                || auth.filter(open -> open.exchanges().redactor().hides(displayed))
                        .isPresent();
    }
}
