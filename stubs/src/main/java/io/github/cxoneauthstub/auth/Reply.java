package io.github.cxoneauthstub.auth;

/**
 * What the engine shall do with a request.
 *
 * @since 0.1.0
 */
public sealed interface Reply {

    /**
     * Send this answer; the exchange is recorded already.
     *
     * @param leaving run when the last of the answer is about to leave
     */
    record Answered(Answer answer, Runnable leaving) implements Reply {}

    /** Let the user's own stubs answer, and tell the passage what they did before the first byte leaves. */
    record PassOn(Passage passage) implements Reply {}

    /** A request on its way through the user's own stubs. */
    interface Passage {

        /**
         * Records the exchange. Called once, before the answer leaves.
         *
         * @param status the status of the answer
         * @param matched whether a stub answered
         * @return run when the last of the answer is about to leave
         */
        Runnable answered(int status, boolean matched);
    }
}
