package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the authorization endpoint demands (RFC 6749 section 4.1.1, RFC 7636 section 4.3). */
final class AuthorizeRules {
    /** 32 bytes as base64url without padding. */
    private static final Predicate<String> S256 =
            Pattern.compile("[A-Za-z0-9_-]{43}").asMatchPredicate();

    private AuthorizeRules() {}

    /** A request beside the client that it is of. */
    record Asked(Form query, Client client) {
        Optional<String> redirectUri() {
            return query.value("redirect_uri");
        }

        Optional<String> challenge() {
            return query.value("code_challenge");
        }

        private boolean isBound() {
            boolean bound = challenge().filter(S256).isPresent()
                    && query.value("code_challenge_method")
                            .filter("S256"::equals)
                            .isPresent();
            return bound || (challenge().isEmpty() && !client.isPublic());
        }
    }

    static final Rule<Asked> REDIRECT_URI = new Rule<>(
            Reason.REDIRECT_URI_UNREGISTERED,
            "redirect_uri is one of the client's, character by character",
            asked -> asked.redirectUri()
                    .filter(asked.client().redirectUris()::contains)
                    .isPresent(),
            (asked, show) -> asked.redirectUri().map(show::quoted).orElse("no redirect_uri") + "; client "
                    + asked.client().id() + " has " + asked.client().redirectUris(),
            "send a registered address unchanged: http is not https, and a slash at the end counts. A test registers"
                    + " one with Client.builder(id).redirectUris(...)");

    static final Rule<Form> RESPONSE_TYPE = new Rule<>(
            Reason.RESPONSE_TYPE_UNSUPPORTED,
            "response_type is code",
            query -> query.value("response_type").filter("code"::equals).isPresent(),
            (query, show) -> query.value("response_type").map(show::quoted).orElse("no response_type"),
            "ask for a code: no token is ever put into a URL here");

    static final Rule<Asked> CHALLENGE = new Rule<>(
            Reason.CHALLENGE_MISSING,
            "code_challenge is by S256, and a public client sends one",
            Asked::isBound,
            (asked, show) -> asked.query()
                            .value("code_challenge_method")
                            .map(method -> "code_challenge_method " + show.quoted(method))
                            .orElse(
                                    asked.challenge().isPresent()
                                            ? "a code_challenge without code_challenge_method, which then is plain"
                                            : "no code_challenge")
                    + asked.challenge()
                            .map(challenge -> ", a challenge of " + challenge.length() + " characters")
                            .orElse(""),
            "send code_challenge_method=S256 and the SHA-256 of the verifier as base64url without padding");

    /** Who would log in, beside the tenant that is asked for and those that there are. */
    record Users(Optional<AccessKey> first, Optional<String> tenantId, TenantIds tenants) {
        private Optional<String> unknownTenant() {
            return tenantId.filter(id -> !tenants.has(id));
        }

        private String described() {
            return unknownTenant()
                    .map(id -> "a tenantId that is no tenant's, of " + tenants.described(id))
                    .orElse("no active access key in the tenant of the client, and of tenantId if there is one");
        }
    }

    static final Rule<Users> USER = new Rule<>(
            Reason.USER_MISSING,
            "there is a user to log in: the first active access key of the tenant",
            users -> users.first().isPresent(),
            (users, show) -> users.described(),
            users -> users.unknownTenant().isPresent()
                    ? "send the tenantId of a tenant of the configuration, or none"
                    : "give the configuration an access key: its user is who logs in here, without a page");
}
