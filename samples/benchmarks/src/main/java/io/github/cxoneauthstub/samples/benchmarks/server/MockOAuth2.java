package io.github.cxoneauthstub.samples.benchmarks.server;

import no.nav.security.mock.oauth2.MockOAuth2Server;

/** mock-oauth2-server as it comes; it brings its key. */
final class MockOAuth2 implements Contestant {

    @Override
    public Running start() {
        MockOAuth2Server server = new MockOAuth2Server();
        server.start();
        return new Running(server.tokenEndpointUrl("default").uri());
    }
}
