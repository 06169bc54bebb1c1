package io.github.cxoneauthstub.front;

import org.jspecify.annotations.Nullable;

/**
 * Where an exception came from, for the log: types and frames, but no message, for a message may quote the request (a
 * URL, a snippet of the body), and with it a secret. Its own message is the name of the original type.
 *
 * @since 0.1.0
 */
public final class Trace extends Exception {

    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 8;

    private Trace(Throwable origin, @Nullable Throwable cause) {
        super(origin.getClass().getName(), cause);
        setStackTrace(origin.getStackTrace());
    }

    static Trace of(Throwable origin) {
        return of(origin, DEEPEST);
    }

    private static Trace of(Throwable origin, int depth) {
        Throwable cause = origin.getCause();
        return new Trace(origin, cause == null || depth == 0 ? null : of(cause, depth - 1));
    }
}
