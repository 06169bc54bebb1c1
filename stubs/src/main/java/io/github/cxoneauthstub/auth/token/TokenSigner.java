package io.github.cxoneauthstub.auth.token;

import java.util.Map;

/**
 * Signs and reads tokens with one key. A port: the model knows no JWT library. Implementations are safe for use by
 * several threads.
 *
 * @since 0.1.0
 */
public interface TokenSigner {

    /**
     * Signs claims as a JWT in compact form.
     *
     * @param claims the claims in the order in which they are to be written; values are text, numbers, lists and maps
     */
    String sign(Map<String, Object> claims);

    /** The same, but with a header that does not name the key, so without {@code kid}. */
    String signUnnamed(Map<String, Object> claims);

    /** Reads what a client presented as a token; never throws, whatever it is. */
    Reading read(String presented);

    /** The name of the key: the {@code kid} of the tokens it signs (RFC 7515 section 4.1.4). */
    String keyId();

    /** The public key as a JWK (RFC 7517 section 4), in JSON. */
    String publicKey();

    /** One that signs with a new key of its own. */
    TokenSigner successor();

    /** What a presented token turned out to be. No case quotes the token. */
    sealed interface Reading {

        /**
         * Signed by this key.
         *
         * @param id its {@code jti} claim, or else its {@code id} claim; empty if it has neither
         * @param issuer its {@code iss} claim; empty if it has none
         */
        record Genuine(String id, String issuer) implements Reading {}

        /** No JWT at all, and why not. */
        record NotJwt(String why) implements Reading {}

        /** A JWT of another algorithm than RS256 (RFC 8725 section 3.1). */
        record OtherAlgorithm(String algorithm) implements Reading {}

        /** A JWT whose header names another key. */
        record UnknownKey() implements Reading {}

        /** A JWT whose signature does not fit its content. */
        record BrokenSignature() implements Reading {}

        /** Of the shape of an opaque token, but none that this kit made, or one that was changed. */
        record BrokenSeal() implements Reading {}
    }
}
