package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import io.github.cxoneauthstub.auth.AuthorizationServer;
import java.util.function.Supplier;

/**
 * What a path gets that nothing answers: the 404 of an API gateway. WireMock's own report of the nearest stub would put
 * the query, and so perhaps a secret, into the answer and the log.
 */
final class GatewayNotFound extends NotMatchedRenderer {
    private final Supplier<AuthorizationServer> server;

    GatewayNotFound(Supplier<AuthorizationServer> server) {
        this.server = server;
    }

    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
        return Responses.of(server.get().nothingHere());
    }
}
