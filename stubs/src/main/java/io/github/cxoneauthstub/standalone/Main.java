package io.github.cxoneauthstub.standalone;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.standalone.Standalone.Outcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Serves the simulated token endpoints to clients in any language, until the process is told to stop.
 *
 * <pre>{@code
 * java -jar cxone-auth-stubs-standalone.jar --port 8080 --config cxone-auth.json
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Main {
    private Main() {}

    /** Runs; {@code --help} tells the options. */
    public static void main(String[] arguments) throws InterruptedException {
        Outcome outcome = new Standalone(System.out, System.err).run(List.of(arguments));
        if (outcome.server().isEmpty()) {
            System.exit(outcome.status());
        }
        outcome.server().ifPresent(Main::closeAtTheEnd);
        // the threads of the server do not keep the process alive
        new CountDownLatch(1).await();
    }

    private static void closeAtTheEnd(CxoneAuth auth) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(auth::close, "cxone-auth-close"));
        } catch (IllegalStateException alreadyEnding) {
            auth.close();
        }
    }
}
