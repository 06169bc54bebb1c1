package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.cxoneauthstub.auth.request.Origin;
import io.github.cxoneauthstub.front.WireRequest;

/**
 * Keeps pages of other origins, and those of a name that leads here by its owner's will, from WireMock's
 * administration, too: a stub that such a page makes could be a proxy into the developer's network.
 */
final class AdminOrigin implements AdminRequestFilterV2 {
    private final Origin origin;

    AdminOrigin(Origin origin) {
        this.origin = origin;
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        if (!(request instanceof WireRequest wire)) {
            throw new IllegalStateException("the request did not come through the front of cxone-auth-stubs");
        }
        return origin.objection(EndpointFilter.arrived(wire))
                .map(objection -> RequestFilterAction.stopWith(ResponseDefinitionBuilder.responseDefinition()
                        .withStatus(403)
                        .withHeader("Content-Type", "text/plain")
                        .withBody(objection + "\n")
                        .build()))
                .orElseGet(() -> RequestFilterAction.continueWith(request));
    }

    @Override
    public String getName() {
        return "cxone-auth-admin-origin";
    }
}
