package io.github.cxoneauthstub.samples.benchmarks.server;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.samples.benchmarks.client.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * WireMock as it comes, with a transformer that signs a token for each request: what a careful team writes by hand. It
 * is given a key to load, which takes less time than making one.
 */
final class WireMockRs256 implements Contestant {
    private final Path key;

    WireMockRs256(Path key) {
        this.key = key;
    }

    @Override
    public Running start() {
        WireMockServer server = new WireMockServer(options().dynamicPort().extensions(new Issuing(key())));
        server.start();
        server.stubFor(post("/oauth/token").willReturn(okJson("{}")));
        return new Running(URI.create(server.url("/oauth/token")));
    }

    private RSAKey key() {
        try {
            return RSAKey.parse(Files.readString(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(key + " is no key", e);
        }
    }

    /** Puts a fresh token into every answer. */
    private static final class Issuing implements ResponseTransformerV2 {
        private final JWSHeader header;
        private final JWSSigner signer;

        Issuing(RSAKey key) {
            try {
                this.signer = new RSASSASigner(key);
            } catch (JOSEException e) {
                throw new IllegalStateException("the key cannot be used", e);
            }
            this.header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
        }

        @Override
        public Response transform(Response response, ServeEvent event) {
            return Response.Builder.like(response)
                    .but()
                    .body("{\"access_token\":\"" + token()
                            + "\",\"token_type\":\"Bearer\",\"expires_in\":86400,\"scope\":\"*\"}")
                    .build();
        }

        private String token() {
            Instant now = Instant.now();
            SignedJWT token = new SignedJWT(
                    header,
                    new JWTClaimsSet.Builder()
                            .jwtID(UUID.randomUUID().toString())
                            .subject(TokenRequest.ID)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(86_400)))
                            .build());
            try {
                token.sign(signer);
            } catch (JOSEException e) {
                throw new IllegalStateException("the token cannot be signed", e);
            }
            return token.serialize();
        }

        @Override
        public String getName() {
            return "issuing";
        }
    }
}
