package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.Reply;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.front.WireRequest;
import java.util.function.Supplier;

/**
 * Where the simulated server joins WireMock: before the stubs, so that neither {@code resetAll()} nor a stub of the
 * user touches it. It writes answers and knows no reasons.
 */
final class EndpointFilter implements StubRequestFilterV2 {
    private final Supplier<AuthorizationServer> server;
    private final Administration administration;

    EndpointFilter(Supplier<AuthorizationServer> server, Administration administration) {
        this.server = server;
        this.administration = administration;
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        if (!(request instanceof WireRequest wire)) {
            throw new IllegalStateException("the request did not come through the front of cxone-auth-stubs");
        }
        ArrivedRequest arrived = arrived(wire);
        Reply reply = administration
                .answer(arrived)
                .<Reply>map(answer -> new Reply.Answered(answer, () -> {}))
                .orElseGet(() -> server.get().reply(arrived));
        if (reply instanceof Reply.Answered answered) {
            wire.attach(answered.leaving());
            return RequestFilterAction.stopWith(Responses.of(answered.answer()));
        }
        wire.attach(((Reply.PassOn) reply).passage());
        return RequestFilterAction.continueWith(request);
    }

    static ArrivedRequest arrived(WireRequest wire) {
        return new ArrivedRequest(
                wire.getMethod().getName(),
                wire.target(),
                wire.getUrl(),
                wire.lines().stream()
                        .map(line -> new Header(line.key(), line.firstValue()))
                        .toList(),
                wire.getBody(),
                wire.connection(),
                "https".equals(wire.getScheme()));
    }

    @Override
    public String getName() {
        return "cxone-auth-endpoints";
    }
}
