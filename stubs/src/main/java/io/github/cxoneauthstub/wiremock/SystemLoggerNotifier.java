package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.common.Notifier;
import io.github.cxoneauthstub.front.Trace;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * What WireMock has to say, to the logger {@code io.github.cxoneauthstub.wiremock}. Its information is dropped, because
 * it prints requests with their secrets.
 */
final class SystemLoggerNotifier implements Notifier {
    private static final System.Logger LOGGER = System.getLogger("io.github.cxoneauthstub.wiremock");

    @Override
    public void info(String message) {
        // requests and answers in full: never
    }

    @Override
    public void error(String message) {
        error(message, null);
    }

    /** The message may quote a request, so only the kind of the trouble and where it arose are told. */
    @Override
    public void error(String message, @Nullable Throwable cause) {
        String kind = cause == null
                ? ""
                : ": "
                        + (cause instanceof Trace
                                ? cause.getMessage()
                                : cause.getClass().getName());
        String where = cause == null || cause.getStackTrace().length == 0 ? "" : " at " + cause.getStackTrace()[0];
        LOGGER.log(Level.WARNING, "a stub or transformer of this server failed" + kind + where);
    }
}
