package io.github.cxoneauthstub.samples.benchmarks.server;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.samples.benchmarks.client.TokenRequest;

/** The stub of this project. */
final class Cxone implements Contestant {

    @Override
    public Running start() {
        return new Running(started().tokenUri());
    }

    static CxoneAuth started() {
        return CxoneAuth.start(Configuration.builder()
                .client(Client.of(TokenRequest.ID, TokenRequest.SECRET))
                .build());
    }
}
