package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;

/**
 * A JWT as another library reads it, whole numbers as {@code Long}.
 *
 * @param header its header
 * @param claims its claims in their order
 */
record NimbusToken(Map<String, Object> header, Map<String, Object> claims) {

    /** Reads one, and verifies it with the only key of that server's key set. */
    static NimbusToken of(String token, TestServer server) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWK key = JWKSet.parse(server.answer(TestRequest.get("/auth/jwks")).body())
                    .getKeys()
                    .get(0);
            assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
            return new NimbusToken(
                    jwt.getHeader().toJSONObject(), jwt.getPayload().toJSONObject());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The members of an answer. */
    static Map<String, Object> members(Answer answer) {
        try {
            return JSONObjectUtils.parse(answer.body());
        } catch (ParseException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** A member that has to be there, as a text. */
    static String text(Map<String, ?> members, String name) {
        Object value = members.get(name);
        if (value == null) {
            throw new AssertionError("no " + name + " in " + members.keySet());
        }
        return value.toString();
    }

    /** A claim that is a whole number. */
    long number(String claim) {
        assertThat(claims.get(claim)).isInstanceOf(Long.class);
        return Long.parseLong(text(claims, claim));
    }
}
