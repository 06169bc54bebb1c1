package io.github.cxoneauthstub.auth;

/**
 * What can be wrong with the certificate that a server shows over HTTPS. Each is something that a client must break off
 * at (RFC 9110 section 4.3.4, RFC 5280 section 6).
 *
 * @since 0.1.0
 */
public enum WrongCertificate {
    /** It was valid once. */
    EXPIRED("is expired"),
    /** It is for another host. */
    WRONG_HOST("is for another host"),
    /** It was signed by an authority that nobody trusts. */
    UNKNOWN_CA("is signed by an unknown authority");

    private final String fault;

    WrongCertificate(String fault) {
        this.fault = fault;
    }

    /** As the end of a sentence about the certificate: {@code is expired}. */
    public String fault() {
        return fault;
    }
}
