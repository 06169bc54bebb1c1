package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.common.LocalNotifier;

/** A listener that may fail without any harm to the client's answer. */
final class GuardedListener implements FrontListener {

    private final FrontListener listener;

    GuardedListener(FrontListener listener) {
        this.listener = listener;
    }

    @Override
    public void answering(WireRequest request, int status, boolean matched) {
        guarded(() -> listener.answering(request, status, matched));
    }

    @Override
    public void leaving(WireRequest request) {
        guarded(() -> listener.leaving(request));
    }

    @Override
    public void refused(String method, String target, int status, String reason) {
        guarded(() -> listener.refused(method, target, status, reason));
    }

    @Override
    public void notAgreed(Disagreement why) {
        guarded(() -> listener.notAgreed(why));
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            LocalNotifier.notifier().error("the front's listener failed", Trace.of(e));
        }
    }
}
