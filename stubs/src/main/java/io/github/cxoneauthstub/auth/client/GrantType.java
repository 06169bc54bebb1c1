package io.github.cxoneauthstub.auth.client;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A grant type of RFC 6749 or RFC 8693 that a client may be allowed to use; which of them an endpoint serves is its
 * profile's.
 *
 * @since 0.1.0
 */
public enum GrantType {
    /** RFC 6749 section 4.4. */
    CLIENT_CREDENTIALS("client_credentials"),
    /** RFC 6749 section 4.3. */
    PASSWORD("password"),
    /** RFC 6749 section 4.1. */
    AUTHORIZATION_CODE("authorization_code"),
    /** RFC 6749 section 6. */
    REFRESH_TOKEN("refresh_token"),
    /** RFC 8693 section 2.1. */
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange");

    private final String parameter;

    GrantType(String parameter) {
        this.parameter = parameter;
    }

    /** The value of {@code grant_type} on the wire. */
    public String parameter() {
        return parameter;
    }

    /** The grant type of that name, in exactly this spelling; empty for any other. */
    public static Optional<GrantType> of(String parameter) {
        return Stream.of(values())
                .filter(type -> type.parameter.equals(parameter))
                .findFirst();
    }

    @Override
    public String toString() {
        return parameter;
    }
}
