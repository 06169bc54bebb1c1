package io.github.cxoneauthstub.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Signs and reads JWTs with RS256 and one key. The key is published with this library: loading it takes a quarter of
 * the time of making one, and it protects nothing but tests. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class Rs256Signer implements TokenSigner {
    private static final int BITS = 2048;

    private final Json json;
    private final RSAKey key;
    private final JWSHeader header;
    private final String encodedHeader;
    private final JWSHeader unnamed;
    private final String encodedUnnamed;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    /**
     * Signs with the published key.
     *
     * @param json writes header and claims, and reads the key: that of Nimbus would cost every start fifty milliseconds
     */
    public Rs256Signer(Json json) {
        this(PublishedKey.read(json), json);
    }

    Rs256Signer(RSAKey key, Json json) {
        try {
            this.signer = new RSASSASigner(key);
            this.verifier = new RSASSAVerifier(key.toRSAPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
        this.json = json;
        this.key = key;
        this.header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        this.encodedHeader = encoded(members(header));
        this.unnamed = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .build();
        this.encodedUnnamed = encoded(members(unnamed));
        // the first signature loads the providers: not at the cost of the first request
        sign(Map.of());
    }

    private static Map<String, Object> members(JWSHeader header) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("alg", header.getAlgorithm().getName());
        members.put("typ", header.getType().getType());
        if (header.getKeyID() != null) {
            members.put("kid", header.getKeyID());
        }
        return members;
    }

    private String encoded(Map<String, Object> object) {
        return Base64URL.encode(json.write(object)).toString();
    }

    /** RFC 7515 section 3.1. */
    @Override
    public String sign(Map<String, Object> claims) {
        return sign(header, encodedHeader + "." + encoded(claims));
    }

    @Override
    public String signUnnamed(Map<String, Object> claims) {
        return sign(unnamed, encodedUnnamed + "." + encoded(claims));
    }

    private String sign(JWSHeader by, String signed) {
        try {
            return signed + "." + signer.sign(by, signed.getBytes(US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
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
        if (named != null && !named.equals(key.getKeyID())) {
            return new Reading.UnknownKey();
        }
        if (!signed.verify(verifier)) {
            return new Reading.BrokenSignature();
        }
        JWTClaimsSet claims = signed.getJWTClaimsSet();
        Object id = Optional.<Object>ofNullable(claims.getJWTID()).orElseGet(() -> claims.getClaim("id"));
        return new Reading.Genuine(Objects.toString(id, ""), Objects.toString(claims.getIssuer(), ""));
    }

    @Override
    public String keyId() {
        return key.getKeyID();
    }

    @Override
    public String publicKey() {
        return key.toPublicJWK().toJSONString();
    }

    @Override
    public TokenSigner successor() {
        try {
            return new Rs256Signer(
                    new RSAKeyGenerator(BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate(),
                    json);
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key can be made", e);
        }
    }
}
