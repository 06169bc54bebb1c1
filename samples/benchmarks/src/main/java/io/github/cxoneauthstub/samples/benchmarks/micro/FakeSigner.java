package io.github.cxoneauthstub.samples.benchmarks.micro;

import io.github.cxoneauthstub.auth.token.TokenSigner;
import java.util.Map;

/** Signs nothing and believes everything: what is left of a decision is the model's own. */
final class FakeSigner implements TokenSigner {
    private static final String PARTS = "e30.e30.";

    private final String issuer;

    FakeSigner(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public String sign(Map<String, Object> claims) {
        return PARTS + claims.get("jti");
    }

    @Override
    public String signUnnamed(Map<String, Object> claims) {
        return sign(claims);
    }

    @Override
    public Reading read(String presented) {
        return new Reading.Genuine(presented.substring(PARTS.length()), issuer);
    }

    @Override
    public String keyId() {
        return "fake";
    }

    @Override
    public String publicKey() {
        return "{}";
    }

    @Override
    public TokenSigner successor() {
        return this;
    }
}
