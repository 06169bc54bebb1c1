package io.github.cxoneauthstub.samples.benchmarks.server;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;

/** WireMock as it comes, with one stub that always answers with the same text: the token is none. */
final class WireMockStatic implements Contestant {
    private static final String ANSWER = """
            {"access_token":"not-a-token","token_type":"Bearer","expires_in":86400,"scope":"*"}""";

    @Override
    public Running start() {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        server.stubFor(post("/oauth/token").willReturn(okJson(ANSWER)));
        return new Running(URI.create(server.url("/oauth/token")));
    }
}
