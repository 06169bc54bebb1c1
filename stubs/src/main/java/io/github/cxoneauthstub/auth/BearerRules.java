package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.TokenLedger.Standing;
import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a guarded resource demands of the token (RFC 6750). */
final class BearerRules {
    private BearerRules() {}

    /** A token beside the scope that a resource requires. */
    record Opening(AccessToken token, Optional<String> scope) {}

    /** A token beside the tenant at whose address it is used; empty for an address of all. */
    record AtTenant(AccessToken token, Optional<String> tenantId) {}

    /** RFC 6750 section 2. */
    static final Rule<List<String>> ONCE = new Rule<>(
            Reason.BEARER_REPEATED,
            "there is at most one Authorization header",
            headers -> headers.size() <= 1,
            (headers, show) -> "there were " + headers.size() + " Authorization headers",
            "set the header once; an interceptor and the request itself may both add it");

    /** RFC 6750 section 2.3 discourages a token in the query, and CXone is not known to take one. */
    static final Rule<ArrivedRequest> PRESENT = new Rule<>(
            Reason.BEARER_MISSING,
            "there is an Authorization header",
            request -> request.value("Authorization")
                    .filter(value -> !value.isBlank())
                    .isPresent(),
            (request, show) -> (request.value("Authorization").isEmpty() ? "no" : "an empty") + " Authorization header"
                    + (request.queryParameters().has("access_token")
                            ? "; the token is in the query, which is not read"
                            : ""),
            "send Authorization: Bearer <access_token>; a redirect or a proxy on the way may have dropped it");

    /** RFC 6750 section 2.1; the scheme's case does not matter, RFC 9110 section 11.1. */
    static final Rule<Authorization> SCHEME = new Rule<>(
            Reason.BEARER_SCHEME_WRONG,
            "the Authorization header is of the scheme Bearer",
            header -> header.is("Bearer"),
            (header, show) -> header.credentials().isEmpty()
                    ? "a single word of " + header.scheme().length() + " characters, without a scheme"
                    : "the scheme was " + header.schemeName(),
            "put the word Bearer and one blank before the token");

    static final Rule<Authorization> SINGLE = new Rule<>(
            Reason.BEARER_DOUBLED,
            "the word Bearer is there once",
            header -> !Authorization.parse(header.credentials()).is("Bearer"),
            (header, show) -> "the token begins with the word Bearer itself",
            "add the word in one place only: the cached token already has it");

    static final Rule<PresentedToken> SYNTAX = new Rule<>(
            Reason.TOKEN_MALFORMED,
            "what follows Bearer is a token, as it was issued",
            presented -> !(presented.reading() instanceof Reading.NotJwt),
            (presented, show) -> presented.reading() instanceof Reading.NotJwt not ? not.why() : "",
            "send access_token exactly as it was in the answer: check the member name, quotes, blanks and truncation");

    /** RFC 8725 section 3.1: pin the algorithm; none and HS256 are the classic forgeries. */
    static final Rule<PresentedToken> ALGORITHM = new Rule<>(
            Reason.TOKEN_ALGORITHM_WRONG,
            "the token is signed with RS256",
            presented -> !(presented.reading() instanceof Reading.OtherAlgorithm),
            (presented, show) -> "its header says alg "
                    + (presented.reading() instanceof Reading.OtherAlgorithm other
                            ? show.quoted(other.algorithm())
                            : ""),
            "send the token that the token endpoint issued; this one was made by somebody else");

    static final Rule<PresentedToken> KEY = new Rule<>(
            Reason.TOKEN_KEY_UNKNOWN,
            "the token names a key of this server's key set",
            presented -> !(presented.reading() instanceof Reading.UnknownKey),
            (presented, show) -> "its header names a key that is not in /auth/jwks",
            "ask for the token where it is used: this one is of another environment, or its key was rotated away");

    static final Rule<PresentedToken> SIGNATURE = new Rule<>(
            Reason.TOKEN_TAMPERED,
            "the signature fits the token",
            presented -> !(presented.reading() instanceof Reading.BrokenSignature
                    || presented.reading() instanceof Reading.BrokenSeal),
            (presented, show) -> presented.reading() instanceof Reading.BrokenSeal
                    ? "an opaque token that was changed, or that another server issued"
                    : "a signature that does not fit the header and the claims",
            "send the token unchanged: it was edited, truncated, or signed with another key, as one is whose key was rotated"
                    + " away");

    static final Rule<PresentedToken> KIND = new Rule<>(
            Reason.TOKEN_NOT_ACCESS_TOKEN,
            "the token is an access token",
            presented -> presented.instead().isEmpty(),
            (presented, show) -> presented.instead() + " of this server",
            "send access_token; the id_token tells the client who its user is, the refresh token gets a new token, and"
                    + " neither opens a resource");

    static final Rule<PresentedToken> ISSUER = new Rule<>(
            Reason.TOKEN_OF_ANOTHER_SERVER,
            "the token was issued by this server",
            presented -> presented.issuedHere() || presented.token().isPresent(),
            (presented, show) -> "a genuine token of another simulated server",
            "build the client with this test's own auth.tokenUri(): it asked another server");

    static final Rule<PresentedToken> OF_THIS_TEST = new Rule<>(
            Reason.TOKEN_OF_EARLIER_TEST,
            "the token was issued in this test",
            presented -> presented.token().isPresent(),
            (presented, show) -> presented.standing() instanceof Standing.Forgotten
                    ? "a token so old that it was forgotten: only the last 10000 are kept"
                    : "a genuine token of this server from before this test",
            "make the client anew for each test: its token cache was kept over from an earlier test");

    static final Rule<PresentedToken> NOT_REVOKED = new Rule<>(
            Reason.TOKEN_REVOKED,
            "the token is not revoked",
            presented -> !(presented.standing() instanceof Standing.Revoked),
            (presented, show) -> presented.standing() instanceof Standing.Revoked revoked
                    ? "a token of " + revoked.token().clientId() + "; it was revoked " + revoked.because()
                    : "",
            "on 401 throw the cached token away, ask for a new one and repeat the call once");

    static final Rule<PresentedToken> NOT_EXPIRED = new Rule<>(
            Reason.TOKEN_EXPIRED,
            "the token has not expired",
            presented -> !presented.isExpired(),
            (presented, show) ->
                    presented.token().map(token -> expired(presented, token)).orElse(""),
            "renew before expires_in is over, with a margin, and on 401 ask for a new token and repeat the call once");

    static final Rule<AtTenant> TENANT = new Rule<>(
            Reason.TOKEN_OF_ANOTHER_TENANT,
            "the token is one of the tenant at whose address it is used",
            at -> at.tenantId().map(at.token().tenantId()::equals).orElse(true),
            (at, show) -> "a token of tenant " + at.token().tenantId() + " at the address of tenant "
                    + at.tenantId().orElse("none"),
            "take api_endpoint from /.well-known/cxone-configuration with the tenantId of this very token, and cache it"
                    + " by tenant");

    static final Rule<Opening> SCOPE = new Rule<>(
            Reason.SCOPE_INSUFFICIENT,
            "the token has the scope that the resource requires",
            opening -> opening.scope().map(opening.token().scopes()::contains).orElse(true),
            (opening, show) -> "required is " + opening.scope().orElse("none") + "; the token of "
                    + opening.token().clientId() + " has "
                    + (opening.token().scopes().isEmpty()
                            ? "no scope"
                            : show.words(opening.token().scopes())),
            "ask for a token with it, once the application and its user have been granted it; no retry helps");

    /** Returns the token if it is good at this moment, or ends the decision. */
    static AccessToken valid(PresentedToken presented, Trail trail) {
        trail.demand(SYNTAX, presented);
        trail.demand(ALGORITHM, presented);
        trail.demand(KEY, presented);
        trail.demand(SIGNATURE, presented);
        trail.demand(KIND, presented);
        trail.demand(ISSUER, presented);
        trail.demand(OF_THIS_TEST, presented);
        trail.demand(NOT_REVOKED, presented);
        trail.demand(NOT_EXPIRED, presented);
        return presented.token().orElseThrow();
    }

    private static String expired(PresentedToken presented, AccessToken token) {
        Duration ago = Duration.between(token.expiresAt(), presented.now());
        return "a token of " + token.clientId() + " that expired " + ago.toSeconds() + " s ago, at "
                + token.expiresAt();
    }
}
