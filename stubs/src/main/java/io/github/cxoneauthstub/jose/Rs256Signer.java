package io.github.cxoneauthstub.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Signs and reads JWTs with RS256 and one key. The key is published with this library: loading it takes a quarter of
 * the time of making one, and it protects nothing but tests. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class Rs256Signer implements TokenSigner {
    private static final String KEY = "published-test-key.json";
    private static final int BITS = 2048;

    private final JWSHeader header;
    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final String keyId;
    private final String publicKey;

    /** Signs with the published key. */
    public Rs256Signer() {
        this(publishedKey());
    }

    Rs256Signer(RSAKey key) {
        try {
            this.signer = new RSASSASigner(key);
            this.verifier = new RSASSAVerifier(key.toRSAPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
        this.keyId = key.getKeyID();
        this.publicKey = key.toPublicJWK().toJSONString();
        this.header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(keyId)
                .build();
        // the first signature loads the providers: not at the cost of the first request
        sign(Map.of());
    }

    private static RSAKey publishedKey() {
        try (InputStream in = Rs256Signer.class.getResourceAsStream(KEY)) {
            if (in == null) {
                throw new IllegalStateException(KEY + " is missing in the jar of cxone-auth-stubs: was it repackaged?");
            }
            return RSAKey.parse(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(KEY + " is damaged", e);
        }
    }

    @Override
    public String sign(Map<String, Object> claims) {
        // a payload made of the map itself would lose their order
        JWSObject token = new JWSObject(header, new Payload(JSONObjectUtils.toJSONString(claims)));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
        return token.serialize();
    }

    @Override
    public Reading read(String presented) {
        Optional<String> fault = TokenShape.fault(presented);
        if (fault.isPresent()) {
            return new Reading.NotJwt(fault.get());
        }
        try {
            JWT jwt = JWTParser.parse(presented);
            return jwt instanceof SignedJWT signed
                            && JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm())
                    ? verified(signed)
                    : new Reading.OtherAlgorithm(String.valueOf(jwt.getHeader().getAlgorithm()));
        } catch (ParseException | JOSEException | RuntimeException unreadable) {
            return new Reading.NotJwt("its parts are not the base64url of a JWT's header and claims");
        }
    }

    private Reading verified(SignedJWT signed) throws ParseException, JOSEException {
        String named = signed.getHeader().getKeyID();
        if (named != null && !named.equals(keyId)) {
            return new Reading.UnknownKey();
        }
        if (!signed.verify(verifier)) {
            return new Reading.BrokenSignature();
        }
        return new Reading.Genuine(
                String.valueOf(signed.getJWTClaimsSet().getJWTID()),
                String.valueOf(signed.getJWTClaimsSet().getIssuer()));
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public String publicKey() {
        return publicKey;
    }

    @Override
    public TokenSigner successor() {
        try {
            return new Rs256Signer(new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key can be made", e);
        }
    }
}
