package io.github.cxoneauthstub.auth.client;

import java.util.List;
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
    /** RFC 8693 section 2.1; NICE's OpenAPI files have it without the URN too. */
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange", "token-exchange"),
    /** The five token exchanges by which one user acts as another in CXone; which of them is asked for is all one. */
    IMPERSONATION(
            "urn:ietf:params:oauth:grant-type:user-impersonation-token-exchange",
            "urn:ietf:params:oauth:grant-type:associated-user-token-exchange",
            "urn:ietf:params:oauth:grant-type:role-impersonation-token-exchange",
            "urn:ietf:params:oauth:grant-type:impersonate-configure-token-exchange",
            "urn:ietf:params:oauth:grant-type:impersonate-support-token-exchange");

    @SuppressWarnings("ImmutableEnumChecker") // a List of strings
    private final List<String> spellings;

    GrantType(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** The value of {@code grant_type} on the wire; the first where there are several. */
    public String parameter() {
        return spellings.get(0);
    }

    /** The grant type of that name, in exactly one of its spellings; empty for any other. */
    public static Optional<GrantType> of(String parameter) {
        return Stream.of(values())
                .filter(type -> type.spellings.contains(parameter))
                .findFirst();
    }

    @Override
    public String toString() {
        return parameter();
    }
}
