package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.github.cxoneauthstub.auth.Answer;

/** Says in WireMock's terms what the model answers; it sees the answer only, never the reason. */
final class Responses {
    private Responses() {}

    static ResponseDefinition of(Answer answer) {
        ResponseDefinitionBuilder response =
                new ResponseDefinitionBuilder().withStatus(answer.status()).withBody(answer.body());
        answer.headers().forEach(header -> response.withHeader(header.name(), header.value()));
        if (!answer.heldFor().isZero()) {
            response.withFixedDelay(Math.toIntExact(answer.heldFor().toMillis()));
        }
        return response.build();
    }
}
