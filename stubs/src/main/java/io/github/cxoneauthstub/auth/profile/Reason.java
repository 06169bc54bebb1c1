package io.github.cxoneauthstub.auth.profile;

import java.util.stream.Stream;

/**
 * Why a request was refused: one name for each rule, the same in all dialects, for tests to assert on. The wire says
 * far less. The order is the order in which the rules are asked, so a request that breaks two has the first as its
 * reason.
 *
 * <pre>{@code
 * assertThat(auth).rejectedOnce(Reason.TOKEN_REVOKED);
 * }</pre>
 *
 * @since 0.1.0
 */
public enum Reason {
    /** What came was no HTTP/1.1 request, or a larger one than is served. */
    HTTP_UNREADABLE("http-framing", Place.SERVER),
    /** A client that came over HTTPS broke off before it asked anything (RFC 8446 section 6.2). */
    TLS_NOT_AGREED("tls-handshake", Place.SERVER),
    /** No endpoint, resource or stub is at this path, or none for this method. */
    PATH_UNKNOWN("known-path", Place.SERVER),

    /** A token request of another method than POST (RFC 6749 section 3.2). */
    METHOD_NOT_POST("post", Place.TOKEN_ENDPOINT),
    /** A secret in the query, where it is logged by everybody on the way (RFC 6749 section 2.3.1). */
    SECRET_IN_QUERY("query-without-secret", Place.TOKEN_ENDPOINT),
    /** A body that is not labelled as a form (RFC 6749 section 4.4.2). */
    BODY_NOT_FORM("form-body", Place.TOKEN_ENDPOINT),
    /** A form with a broken escape, broken UTF-8 or too many parameters (RFC 6749 appendix B). */
    FORM_UNREADABLE("form-encoding", Place.TOKEN_ENDPOINT),
    /** A parameter that is there twice (RFC 6749 section 3.2). */
    PARAMETER_REPEATED("parameter-once", Place.TOKEN_ENDPOINT),

    /** Two Authorization headers. */
    AUTHORIZATION_REPEATED("authorization-once", Place.TOKEN_ENDPOINT),
    /** An Authorization header of another scheme than Basic at the token endpoint. */
    AUTHORIZATION_NOT_BASIC("authorization-basic", Place.TOKEN_ENDPOINT),
    /** Basic and a secret in the body at once (RFC 6749 section 2.3). */
    TWO_AUTH_METHODS("one-auth-method", Place.TOKEN_ENDPOINT),
    /** Basic where the dialect takes credentials in the body only. */
    BASIC_NOT_ACCEPTED("basic-accepted", Place.TOKEN_ENDPOINT),
    /** Credentials in the body where the dialect takes Basic only. */
    BODY_CREDENTIALS_NOT_ACCEPTED("body-credentials-accepted", Place.TOKEN_ENDPOINT),
    /** What follows the word Basic is not the base64 of id:secret (RFC 7617 section 2). */
    BASIC_UNREADABLE("basic-encoding", Place.TOKEN_ENDPOINT, true),
    /** A control character in id or secret, as {@code echo} without {@code -n} leaves it (RFC 7617 section 2). */
    BASIC_CONTROL_CHARACTER("basic-text", Place.TOKEN_ENDPOINT),
    /** No credentials, or an id without a secret. */
    CREDENTIALS_MISSING("client-credentials", Place.TOKEN_ENDPOINT, true),
    /** Another client_id in the body than in the header. */
    CLIENT_ID_MISMATCH("one-client-id", Place.TOKEN_ENDPOINT),
    /** No client of that id is registered. */
    CLIENT_UNKNOWN("client-registered", Place.TOKEN_ENDPOINT, true),
    /** The client was registered for the other way to authenticate. */
    AUTH_METHOD_NOT_REGISTERED("registered-auth-method", Place.TOKEN_ENDPOINT),
    /** Another secret than the registered one. */
    SECRET_WRONG("secret-matches", Place.TOKEN_ENDPOINT),
    /** The right secret in Basic, but not form-encoded first (RFC 6749 section 2.3.1). */
    BASIC_NOT_FORM_ENCODED("basic-form-encoded", Place.TOKEN_ENDPOINT),
    /** The right secret, after its end. */
    SECRET_EXPIRED("secret-current", Place.TOKEN_ENDPOINT),
    /** The right secret of a client that is disabled. */
    CLIENT_DISABLED("client-enabled", Place.TOKEN_ENDPOINT),

    /** No grant_type in the form (RFC 6749 section 4.4.2). */
    GRANT_TYPE_MISSING("grant-type", Place.TOKEN_ENDPOINT, true),
    /** A grant_type that this endpoint does not serve. */
    GRANT_TYPE_UNSUPPORTED("grant-supported", Place.TOKEN_ENDPOINT, true),
    /** A grant_type that is not enabled for this client. */
    GRANT_NOT_ENABLED("grant-enabled", Place.TOKEN_ENDPOINT),
    /** A scope that is not words separated by single blanks (RFC 6749 section 3.3). */
    SCOPE_MALFORMED("scope-syntax", Place.TOKEN_ENDPOINT),
    /** A scope that this client was not granted; where the rule is off, the token is issued without that scope. */
    SCOPE_NOT_GRANTED("scope-granted", Place.TOKEN_ENDPOINT),

    /** Two Authorization headers at a resource (RFC 6750 section 2). */
    BEARER_REPEATED("bearer-once", Place.RESOURCE),
    /** No Authorization header at a resource. */
    BEARER_MISSING("bearer-present", Place.RESOURCE, true),
    /** An Authorization header of another scheme than Bearer, or the token without the word. */
    BEARER_SCHEME_WRONG("bearer-scheme", Place.RESOURCE, true),
    /** The word Bearer twice. */
    BEARER_DOUBLED("bearer-single", Place.RESOURCE, true),
    /** What follows Bearer is no token: quotes, blanks, not a JWT. */
    TOKEN_MALFORMED("token-syntax", Place.RESOURCE, true),
    /** A JWT of another algorithm than RS256, such as none or HS256 (RFC 8725 section 3.1). */
    TOKEN_ALGORITHM_WRONG("token-algorithm", Place.RESOURCE, true),
    /** A JWT that names a key which is not in the served key set. */
    TOKEN_KEY_UNKNOWN("token-key", Place.RESOURCE, true),
    /** A JWT whose signature does not fit: it was changed, or signed by somebody else. */
    TOKEN_TAMPERED("token-signature", Place.RESOURCE, true),
    /** A genuine token of another simulated server. */
    TOKEN_OF_ANOTHER_SERVER("token-issuer", Place.RESOURCE, true),
    /** A token from before this test: a client or its cache was kept over from an earlier test. */
    TOKEN_OF_EARLIER_TEST("token-of-this-test", Place.RESOURCE, true),
    /** A token that was revoked, by itself or because its client was changed. */
    TOKEN_REVOKED("token-not-revoked", Place.RESOURCE),
    /** A token at or after its exp. */
    TOKEN_EXPIRED("token-not-expired", Place.RESOURCE),
    /** A good token without the scope that the resource requires. */
    SCOPE_INSUFFICIENT("token-scope", Place.RESOURCE);

    /** Where a rule is asked. */
    public enum Place {
        /** Before any endpoint is found; no dialect is involved. */
        SERVER,
        /** At a token endpoint. */
        TOKEN_ENDPOINT,
        /** At a guarded resource. */
        RESOURCE
    }

    private final String ruleId;
    private final Place place;
    private final boolean essential;

    Reason(String ruleId, Place place) {
        this(ruleId, place, false);
    }

    Reason(String ruleId, Place place, boolean essential) {
        this.ruleId = ruleId;
        this.place = place;
        this.essential = essential;
    }

    /**
     * The id of the rule that was broken, for example {@code form-body}: the name used in configuration and reports.
     */
    public String ruleId() {
        return ruleId;
    }

    /** Where the rule is asked. */
    public Place place() {
        return place;
    }

    /** Whether the rule cannot be switched off, because without it there is nothing to go on with. */
    public boolean isEssential() {
        return essential;
    }

    /** The reasons that a dialect has an answer for, in the order in which their rules are asked. */
    public static Stream<Reason> answeredByProfiles() {
        return Stream.of(values()).filter(reason -> reason.place != Place.SERVER);
    }
}
