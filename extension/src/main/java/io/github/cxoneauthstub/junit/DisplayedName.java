package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** With the arguments of a parameterized test, of which one may be a secret. */
    static DisplayedName of(ExtensionContext method, Settings settings, Optional<CxoneAuth> auth) {
        DisplayedName plain = of(method);
        return new DisplayedName(
                plain.type(), named(plain.ofTest(), method.getDisplayName(), redactor(settings, auth)));
    }

    private static String named(String method, String displayed, Redactor redactor) {
        if (displayed.equals(method) || displayed.startsWith(method + "(")) {
            return method;
        }
        String shown = displayed.length() <= LONGEST ? displayed : displayed.substring(0, LONGEST) + "...";
        return method + " " + (redactor.hides(displayed) ? Redactor.HIDDEN : shown);
    }

    private static Redactor redactor(Settings settings, Optional<CxoneAuth> auth) {
        Stream<Client> registered = auth.stream().flatMap(open -> open.clients().all().stream());
        Stream<AccessKey> keys = auth.stream().flatMap(open -> open.accessKeys().all().stream());
        List<String> secrets = Stream.of(
                        settings.configuration().clients().stream().map(Client::secret),
                        registered.map(Client::secret),
                        keys.map(AccessKey::secret))
                .flatMap(all -> all)
                .toList();
        return new Redactor(secrets);
    }
}
