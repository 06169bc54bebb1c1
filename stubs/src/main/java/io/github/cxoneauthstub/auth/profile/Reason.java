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
    HTTP_UNREADABLE("http-framing", Concern.SERVER),
    /** A client that came over HTTPS broke off before it asked anything (RFC 8446 section 6.2). */
    TLS_NOT_AGREED("tls-handshake", Concern.SERVER),
    /** A client that came over HTTPS went on with a certificate that was wrong on purpose (RFC 9110 section 4.3.4). */
    CERTIFICATE_NOT_CHECKED("certificate-checked", Concern.SERVER),
    /** No endpoint, resource or stub is at this path, or none for this method. */
    PATH_UNKNOWN("known-path", Concern.SERVER),
    /** The tenant's configuration was asked for without a tenantId. */
    TENANT_MISSING("tenant-id", Concern.SERVER),
    /** The tenant's configuration was asked for with a tenantId that is no tenant's. */
    TENANT_UNKNOWN("tenant-known", Concern.SERVER),

    /** A token request of another method than POST (RFC 6749 section 3.2). */
    METHOD_NOT_POST("post", Concern.REQUEST),
    /** A secret in the query, where it is logged by everybody on the way (RFC 6749 section 2.3.1). */
    SECRET_IN_QUERY("query-without-secret", Concern.REQUEST),
    /** A body that is not labelled as a form (RFC 6749 section 4.4.2). */
    BODY_NOT_FORM("form-body", Concern.FORM),
    /**
     * A body that is not one JSON object and nothing else, labelled so, and of a sensible size and depth (RFC 8259).
     */
    BODY_NOT_JSON("json-body", Concern.JSON, true),
    /** A member of a JSON object that is a number, an object or anything else but a string. */
    MEMBER_NOT_STRING("json-strings", Concern.JSON, true),
    /** A form with a broken escape, broken UTF-8 or too many parameters (RFC 6749 appendix B). */
    FORM_UNREADABLE("form-encoding", Concern.FORM),
    /** A parameter that is there twice (RFC 6749 section 3.2). */
    PARAMETER_REPEATED("parameter-once", Concern.FORM),

    /** Two Authorization headers. */
    AUTHORIZATION_REPEATED("authorization-once", Concern.CLIENT),
    /** An Authorization header of another scheme than Basic at the token endpoint. */
    AUTHORIZATION_NOT_BASIC("authorization-basic", Concern.CLIENT),
    /** Basic and a secret in the body at once (RFC 6749 section 2.3). */
    TWO_AUTH_METHODS("one-auth-method", Concern.CLIENT_SECRET),
    /** Basic where the dialect takes credentials in the body only. */
    BASIC_NOT_ACCEPTED("basic-accepted", Concern.CLIENT_SECRET),
    /** Credentials in the body where the dialect takes Basic only. */
    BODY_CREDENTIALS_NOT_ACCEPTED("body-credentials-accepted", Concern.CLIENT_SECRET),
    /** What follows the word Basic is not the base64 of id:secret (RFC 7617 section 2). */
    BASIC_UNREADABLE("basic-encoding", Concern.CLIENT_SECRET, true),
    /** A control character in id or secret, as {@code echo} without {@code -n} leaves it (RFC 7617 section 2). */
    BASIC_CONTROL_CHARACTER("basic-text", Concern.CLIENT_SECRET),
    /** What follows the word Basic is not the base64 of the client's id with {@code @cxone} behind it. */
    BASIC_NOT_APPLICATION("basic-application", Concern.APPLICATION_NAME, true),
    /** No credentials, or an id without a secret. */
    CREDENTIALS_MISSING("client-credentials", Concern.CLIENT, true),
    /** Another client_id in the body than in the header. */
    CLIENT_ID_MISMATCH("one-client-id", Concern.CLIENT_SECRET),
    /** No client of that id is registered. */
    CLIENT_UNKNOWN("client-registered", Concern.CLIENT, true),
    /** The client was registered for the other way to authenticate. */
    AUTH_METHOD_NOT_REGISTERED("registered-auth-method", Concern.CLIENT_SECRET),
    /** Another secret than the registered one. */
    SECRET_WRONG("secret-matches", Concern.CLIENT_SECRET),
    /** The right secret in Basic, but not form-encoded first (RFC 6749 section 2.3.1). */
    BASIC_NOT_FORM_ENCODED("basic-form-encoded", Concern.CLIENT_SECRET),
    /** The right secret, after its end. */
    SECRET_EXPIRED("secret-current", Concern.CLIENT_SECRET),
    /** The right secret of a client that is disabled. */
    CLIENT_DISABLED("client-enabled", Concern.CLIENT),

    /** No grant_type in the form (RFC 6749 section 4.4.2). */
    GRANT_TYPE_MISSING("grant-type", Concern.GRANT_TYPE, true),
    /** A grant_type that this endpoint does not serve. */
    GRANT_TYPE_UNSUPPORTED("grant-supported", Concern.GRANT_TYPE, true),
    /** The client_credentials grant where a back end is expected to present an access key. */
    ACCESS_KEY_DEMANDED("access-key-demanded", Concern.BACK_END),
    /** A grant_type that is not enabled for this client. */
    GRANT_NOT_ENABLED("grant-enabled", Concern.GRANT_OF_CLIENT),

    /** No access key in the request, or half of one (RFC 6749 section 4.3.2). */
    ACCESS_KEY_MISSING("access-key-present", Concern.ACCESS_KEY, true),
    /** There is no access key of that id. */
    ACCESS_KEY_UNKNOWN("access-key-known", Concern.ACCESS_KEY, true),
    /** Another secret than that of the access key. */
    ACCESS_KEY_WRONG("access-key-secret", Concern.ACCESS_KEY),
    /** The right secret of an access key that was deactivated. */
    ACCESS_KEY_INACTIVE("access-key-active", Concern.ACCESS_KEY),
    /** An access key of another tenant than the client's. */
    ACCESS_KEY_OF_ANOTHER_TENANT("access-key-tenant", Concern.ACCESS_KEY),

    /** No code in the request (RFC 6749 section 4.1.3). */
    CODE_MISSING("code-present", Concern.CODE, true),
    /** A code that was never issued here. */
    CODE_UNKNOWN("code-known", Concern.CODE, true),
    /** A code that was issued to another client (RFC 6749 section 4.1.3). */
    CODE_OF_ANOTHER_CLIENT("code-client", Concern.CODE),
    /** Another redirect_uri than the code was asked for with, or none (RFC 6749 section 4.1.3). */
    REDIRECT_URI_MISMATCH("code-redirect-uri", Concern.CODE),
    /** No code_verifier, or one that does not fit the challenge (RFC 7636 section 4.6). */
    VERIFIER_WRONG("code-verifier", Concern.CODE),
    /** A code after its end (RFC 6749 section 4.1.2). */
    CODE_EXPIRED("code-not-expired", Concern.CODE),
    /** A code for the second time (RFC 6749 section 4.1.2). */
    CODE_USED("code-once", Concern.CODE),

    /** No refresh token in the request (RFC 6749 section 6). */
    REFRESH_TOKEN_MISSING("refresh-token-present", Concern.REFRESH_TOKEN, true),
    /** A refresh token that was never issued here. */
    REFRESH_TOKEN_UNKNOWN("refresh-token-known", Concern.REFRESH_TOKEN, true),
    /** A refresh token that was issued to another client (RFC 6749 section 6). */
    REFRESH_TOKEN_OF_ANOTHER_CLIENT("refresh-token-client", Concern.REFRESH_TOKEN),
    /** A refresh token that was revoked, by itself or because its client or its access key was changed. */
    REFRESH_TOKEN_REVOKED("refresh-token-not-revoked", Concern.REFRESH_TOKEN),
    /** A refresh token after its end. */
    REFRESH_TOKEN_EXPIRED("refresh-token-not-expired", Concern.REFRESH_TOKEN),
    /** A refresh token that was replaced by another one when it was used (RFC 6749 section 6). */
    REFRESH_TOKEN_USED("refresh-token-once", Concern.REFRESH_TOKEN),

    /** No audience where one user is to act as another (RFC 8693 section 2.1). */
    AUDIENCE_MISSING("audience", Concern.IMPERSONATION),
    /** No token to be exchanged (RFC 8693 section 2.1). */
    SUBJECT_TOKEN_MISSING("subject-token-present", Concern.SUBJECT_TOKEN, true),
    /** A subject_token_type that is not that of an access token (RFC 8693 section 3). */
    SUBJECT_TOKEN_TYPE_WRONG("subject-token-type", Concern.SUBJECT_TOKEN_TYPE),
    /** A token that is no live token of this server (RFC 8693 section 2.2.2). */
    SUBJECT_TOKEN_INVALID("subject-token-valid", Concern.SUBJECT_TOKEN, true),
    /** A scope that is not words separated by single blanks (RFC 6749 section 3.3). */
    SCOPE_MALFORMED("scope-syntax", Concern.GRANT_TYPE),
    /** A scope that this client was not granted; where the rule is off, the token is issued without that scope. */
    SCOPE_NOT_GRANTED("scope-granted", Concern.GRANT_TYPE),

    /** A question about a token without the token. */
    TOKEN_PARAMETER_MISSING("token-parameter", Concern.TOKEN_QUESTION, true),
    /** A token of another client that is to be revoked (RFC 7009 section 2.1). */
    TOKEN_OF_ANOTHER_CLIENT("token-client", Concern.REVOCATION),

    /** A redirect_uri that is not one of the client's, character by character (RFC 6749 section 3.1.2.3). */
    REDIRECT_URI_UNREGISTERED("redirect-uri-registered", Concern.AUTHORIZATION, true),
    /** A response_type other than code (RFC 6749 section 3.1.1). */
    RESPONSE_TYPE_UNSUPPORTED("response-type", Concern.AUTHORIZATION, true),
    /** No code_challenge, or one by another method than S256 (RFC 7636 section 4.4.1). */
    CHALLENGE_MISSING("code-challenge", Concern.AUTHORIZATION),
    /** Nobody to log in: the tenant has no active access key, and so no user. */
    USER_MISSING("authorization-user", Concern.AUTHORIZATION, true),

    /** Two Authorization headers at a resource (RFC 6750 section 2). */
    BEARER_REPEATED("bearer-once", Concern.RESOURCE),
    /** No Authorization header at a resource. */
    BEARER_MISSING("bearer-present", Concern.RESOURCE, true),
    /** An Authorization header of another scheme than Bearer, or the token without the word. */
    BEARER_SCHEME_WRONG("bearer-scheme", Concern.RESOURCE, true),
    /** The word Bearer twice. */
    BEARER_DOUBLED("bearer-single", Concern.RESOURCE, true),
    /** What follows Bearer is no token: quotes, blanks, not a JWT. */
    TOKEN_MALFORMED("token-syntax", Concern.RESOURCE, true),
    /** A JWT of another algorithm than RS256, such as none or HS256 (RFC 8725 section 3.1). */
    TOKEN_ALGORITHM_WRONG("token-algorithm", Concern.RESOURCE, true),
    /** A JWT that names a key which is not in the served key set. */
    TOKEN_KEY_UNKNOWN("token-key", Concern.RESOURCE, true),
    /** A JWT whose signature does not fit: it was changed, or signed by somebody else. */
    TOKEN_TAMPERED("token-signature", Concern.RESOURCE, true),
    /** The id_token or the refresh token in the place of the access token. */
    TOKEN_NOT_ACCESS_TOKEN("access-token", Concern.RESOURCE, true),
    /** A genuine token of another simulated server. */
    TOKEN_OF_ANOTHER_SERVER("token-issuer", Concern.RESOURCE, true),
    /** A token from before this test: a client or its cache was kept over from an earlier test. */
    TOKEN_OF_EARLIER_TEST("token-of-this-test", Concern.RESOURCE, true),
    /** A token that was revoked, by itself or because its client was changed. */
    TOKEN_REVOKED("token-not-revoked", Concern.RESOURCE),
    /** A token at or after its exp. */
    TOKEN_EXPIRED("token-not-expired", Concern.RESOURCE),
    /** A token of one tenant at the address of another. */
    TOKEN_OF_ANOTHER_TENANT("token-tenant", Concern.RESOURCE),
    /** A good token without the scope that the resource requires. */
    SCOPE_INSUFFICIENT("token-scope", Concern.RESOURCE);

    /** Where a rule is asked. */
    public enum Place {
        /** Before any endpoint is found; no dialect is involved. */
        SERVER,
        /** At a token endpoint, or at one that answers questions about tokens. */
        TOKEN_ENDPOINT,
        /** At an authorization endpoint. */
        AUTHORIZATION_ENDPOINT,
        /** At a guarded resource. */
        RESOURCE
    }

    private final String ruleId;
    private final Concern concern;
    private final boolean essential;

    Reason(String ruleId, Concern concern) {
        this(ruleId, concern, false);
    }

    Reason(String ruleId, Concern concern, boolean essential) {
        this.ruleId = ruleId;
        this.concern = concern;
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
        return concern.place();
    }

    /** What it is about. */
    Concern concern() {
        return concern;
    }

    /** Whether the rule cannot be switched off, because without it there is nothing to go on with. */
    public boolean isEssential() {
        return essential;
    }

    /** The reasons that some dialect has an answer for, in the order in which their rules are asked. */
    public static Stream<Reason> answeredByProfiles() {
        return Stream.of(values()).filter(reason -> reason.place() != Place.SERVER);
    }
}
