package io.github.cxoneauthstub.wiremock;

import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.Reply;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.front.Disagreement;
import io.github.cxoneauthstub.front.FrontListener;
import io.github.cxoneauthstub.front.WireRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets the server record what it did not answer itself: the user's stubs, and what the front refused. */
final class ExchangeListener implements FrontListener {
    private final Supplier<AuthorizationServer> server;

    ExchangeListener(Supplier<AuthorizationServer> server) {
        this.server = server;
    }

    @Override
    public void answering(WireRequest request, int status, boolean matched) {
        request.attachment()
                .filter(Reply.Passage.class::isInstance)
                .map(Reply.Passage.class::cast)
                .map(passage -> passage.answered(status, matched))
                .ifPresent(request::attach);
    }

    @Override
    public void leaving(WireRequest request) {
        request.attachment()
                .filter(Runnable.class::isInstance)
                .map(Runnable.class::cast)
                .ifPresent(Runnable::run);
    }

    @Override
    public void refused(String method, String target, int status, String reason) {
        String path = new ArrivedRequest(method, target, List.of(), new byte[0]).path();
        server.get().unreadable(method, path, status, reason);
    }

    @Override
    public void notAgreed(Disagreement why) {
        new Handshake(server.get(), Optional.empty()).brokenOff(why);
    }
}
