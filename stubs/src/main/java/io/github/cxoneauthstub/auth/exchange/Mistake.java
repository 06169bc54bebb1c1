package io.github.cxoneauthstub.auth.exchange;

import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Locale;
import java.util.Set;

/**
 * What a client did to cause an answer: one name for each {@link Finding}, for tests to assert on. A request may show
 * several, or none; a {@link io.github.cxoneauthstub.auth.profile.Reason} says which demand of the endpoint fell, a
 * mistake says what the client did about it.
 *
 * @since 0.1.0
 */
public enum Mistake {
    // what the body is

    /** A JSON object where a form belongs. */
    JSON_BODY,
    /** A JSON object under the header of a form: the header was set, the object was not serialised. */
    JSON_LABELLED_AS_FORM,
    /** A form under the header of JSON. */
    FORM_LABELLED_AS_JSON(
            Set.of(Reason.BODY_NOT_FORM, Reason.BODY_NOT_JSON, Reason.CREDENTIALS_MISSING, Reason.GRANT_TYPE_MISSING)),
    /** A form without a Content-Type, or under another one such as text/plain. */
    FORM_NOT_LABELLED,
    /** A form where a JSON object belongs. */
    FORM_FOR_JSON,
    /** A JSON object without the header of JSON, where one belongs. */
    JSON_NOT_LABELLED,
    /** The whole body was percent-encoded, its {@code =} and {@code &} too. */
    BODY_ENCODED_AS_A_WHOLE,
    /** grant_type in the query, with an empty body. */
    BODY_IN_QUERY,
    /** Id or secret in the query, where everybody on the way logs them. */
    CREDENTIALS_IN_QUERY(Set.of(Reason.SECRET_IN_QUERY, Reason.CREDENTIALS_MISSING, Reason.BEARER_MISSING)),
    /** Everything but grant_type, as if the endpoint implied it. */
    GRANT_TYPE_LEFT_OUT,
    /** A token asked for with GET, or another method than POST. */
    GET_FOR_A_TOKEN,

    // how a secret was sent

    /** A + that was not encoded, and so arrived as a blank. */
    PLUS_AS_BLANK,
    /** An {@code &} that was not encoded, so the rest of the secret became another parameter. */
    CUT_AT_AMPERSAND,
    /** A % that was not encoded, and so was taken for the beginning of an escape. */
    PERCENT_NOT_ENCODED,
    /** A secret or an id that was encoded once more than it should be: for a URL, in base64, for HTML. */
    ENCODED_TWICE,
    /** Id and secret put into Basic as they are, although they have characters that a form encodes. */
    BASIC_NOT_FORM_ENCODED,
    /** A line end behind the secret, as a file or echo without -n leaves it. */
    LINE_END_IN_SECRET,
    /** Blanks or tabs around the secret. */
    BLANKS_AROUND_SECRET,
    /** Quotation marks around the secret, straight or typographic ones. */
    QUOTES_AROUND_SECRET,
    /** Zero-width characters, hard blanks or a byte order mark in the id or the secret. */
    INVISIBLE_CHARACTERS,
    /** The word undefined, null or None in place of a value, or nothing: the variable was not set. */
    NO_VALUE,
    /** The name of a variable in place of its value, such as ${CLIENT_SECRET}. */
    NOT_FILLED_IN,

    // which secret it was

    /** The secret that was valid until it was rotated. */
    SECRET_ROTATED,
    /** The right secret, after its end. */
    SECRET_EXPIRED,
    /** The secret of another registered client than the one of the id. */
    SECRET_OF_ANOTHER_CLIENT,
    /** The beginning of the registered secret only. */
    SECRET_CUT_OFF,
    /** Secret and id in each other's place, or the id in both. */
    SWAPPED,
    /** An id that differs from a registered one in case, blanks or a character or two. */
    ID_MISSPELT,
    /** The right secret of a client that is disabled. */
    APP_DISABLED,
    /** An access key in the place of the client's id and secret. */
    ACCESS_KEY_AS_CLIENT,
    /** A user's login, or an application's id and secret, in the place of an access key. */
    NOT_AN_ACCESS_KEY,
    /** The = at the end of an access key, sent in a form as they are. */
    KEY_NOT_ENCODED(Set.of(Reason.ACCESS_KEY_UNKNOWN, Reason.ACCESS_KEY_WRONG)),
    /** A secret from a client that is public and has none. */
    SECRET_OF_PUBLIC_CLIENT,
    /** The id of a client that has a secret, without it. */
    SECRET_LEFT_OUT,
    /** The number of the business unit where the application's secret belongs. */
    BUSINESS_UNIT_FOR_SECRET,

    // how Basic was made

    /** Python's b'...' inside the header: bytes turned to text by str(). */
    BASIC_OF_PYTHON_BYTES,
    /** Base64 with line breaks or blanks inside, as encoders for mail make it. */
    BASIC_WRAPPED,
    /** Base64url, with - and _ for + and /. */
    BASIC_URL_SAFE,
    /** Base64 without its padding. */
    BASIC_UNPADDED,
    /** Base64 of base64, base64 that was percent-encoded, or the word Basic twice. */
    BASIC_TWICE,
    /** id:secret itself behind the word Basic. */
    BASIC_NOT_ENCODED,
    /** The credentials without the word Basic before them, or grown together with it. */
    BASIC_LEFT_OUT,
    /** The base64 of something that is not id:secret: a URL, the secret alone, JSON. */
    BASIC_OF_SOMETHING_ELSE,

    // where the credentials were

    /** Credentials in the header and in the body at once. */
    BOTH_PLACES(Set.of(
            Reason.TWO_AUTH_METHODS,
            Reason.BASIC_NOT_ACCEPTED,
            Reason.BODY_CREDENTIALS_NOT_ACCEPTED,
            Reason.CLIENT_ID_MISMATCH,
            Reason.AUTH_METHOD_NOT_REGISTERED)),
    /** Credentials in the place that this endpoint does not take them from. */
    WRONG_PLACE,
    /** A Bearer token where the client's own credentials belong. */
    BEARER_FOR_A_TOKEN,
    /** One client id in the header, another in the body. */
    TWO_CLIENT_IDS,

    // which path

    /** A path of another product, or of another generation of this one. */
    ANOTHER_PRODUCT,
    /** The path of another profile than the one whose way the request follows. */
    ANOTHER_PROFILE,
    /** A path that differs from a served one in case, slashes or encoding. */
    PATH_MISSPELT,

    // what was asked for

    /** A value under the name that it has at another endpoint: refresh_token where it is called token. */
    NAME_OF_ANOTHER_ENDPOINT,
    /** A grant type that is nearly one that is served. */
    GRANT_MISSPELT,
    /** A grant type that the client may not use. */
    GRANT_NOT_ENABLED,
    /** A refresh token asked for, or used, where client_credentials gives none. */
    REFRESH_TOKEN_EXPECTED(Set.of(Reason.GRANT_TYPE_UNSUPPORTED, Reason.GRANT_NOT_ENABLED, Reason.SCOPE_NOT_GRANTED)),
    /** Scopes joined by commas, semicolons or a + that was encoded. */
    SCOPES_NOT_BY_BLANKS(Set.of(Reason.SCOPE_MALFORMED, Reason.SCOPE_NOT_GRANTED)),
    /** A scope that differs from a granted one in case or a character or two. */
    SCOPE_MISSPELT(Set.of(Reason.SCOPE_MALFORMED, Reason.SCOPE_NOT_GRANTED)),
    /** A scope of OpenID Connect with a grant that has no user. */
    SCOPE_OF_OPENID(Set.of(Reason.SCOPE_NOT_GRANTED)),
    /** A scope asked for that the client was not granted, or a call that needs one which its token does not have. */
    SCOPE_NOT_GRANTED(Set.of(Reason.SCOPE_NOT_GRANTED, Reason.SCOPE_INSUFFICIENT)),

    // how the token was used

    /** A token without the word Bearer before it. */
    BEARER_LEFT_OUT,
    /** The word Bearer twice. */
    BEARER_TWICE,
    /** A token in quotation marks, or with blanks or a line end around it. */
    TOKEN_QUOTED,
    /** The beginning of a token only. */
    TOKEN_CUT_OFF,
    /** The whole answer of the token endpoint, or an error, in the place of the token. */
    ANSWER_AS_TOKEN,
    /** The word undefined, null or None in the place of the token, or nothing: there was none to send. */
    NO_TOKEN,
    /** A token in the query. */
    TOKEN_IN_QUERY(Set.of(Reason.SECRET_IN_QUERY, Reason.CREDENTIALS_MISSING, Reason.BEARER_MISSING)),
    /** Basic credentials where a token belongs. */
    CREDENTIALS_AT_RESOURCE,
    /** A token that another server issued. */
    TOKEN_OF_ANOTHER_ENVIRONMENT,
    /** A token from before this test: the client's cache was kept over. */
    TOKEN_KEPT_OVER,
    /** A token that was used after its end. */
    TOKEN_OUTLIVED,
    /** A token that was revoked. */
    TOKEN_WITHDRAWN,
    /** A call without Accept: application/json, to which some APIs answer with text. */
    ACCEPT_LEFT_OUT(Set.of()),

    // what a client did over time

    /** A token asked for although the last one for the same client and scopes was still good. */
    RENEWED_WHILE_VALID(Set.of()),
    /** A token asked for before each call: nothing is cached. */
    TOKEN_FOR_EACH_CALL(Set.of()),
    /** A request that can never succeed, sent again as it was. */
    RETRIED_UNCHANGED(Set.of()),
    /** A request before the time that Retry-After had named. */
    RETRY_AFTER_IGNORED(Set.of()),
    /** Several token requests at once for the same client. */
    HERD(Set.of()),
    /** A token used again after it was refused as revoked. */
    REVOKED_TOKEN_USED_AGAIN(Set.of()),
    /** A token used again after it was refused as expired. */
    EXPIRED_TOKEN_USED_AGAIN(Set.of()),
    /** A new token asked for because a call was forbidden; the scope is still missing. */
    NEW_TOKEN_FOR_FORBIDDEN(Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Reason> explained;

    /** One that is found in refused requests only. */
    Mistake() {
        this(Set.of(Reason.values()));
    }

    /** One that is found in accepted requests too, so that a refusal may have nothing to do with it. */
    Mistake(Set<Reason> explained) {
        this.explained = explained;
    }

    /** Whether a refusal for that reason may be the outcome of this mistake. */
    public boolean explains(Reason reason) {
        return explained.contains(reason);
    }

    /** Whether it is found by looking at several exchanges, and not in one alone. */
    public boolean isOverTime() {
        return compareTo(RENEWED_WHILE_VALID) >= 0;
    }

    /** The name in the timeline and in JSON: {@code json-body}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
