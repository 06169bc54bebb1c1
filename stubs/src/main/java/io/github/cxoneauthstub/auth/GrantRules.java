package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the token endpoint demands of the grant that is asked for (RFC 6749 sections 3.3 and 4.4). */
final class GrantRules {
    private GrantRules() {}

    /** A grant type as asked for, beside those that the endpoint knows, and those of them that it serves. */
    record Asked(String grantType, Set<GrantType> known, Set<GrantType> served) {}

    /** A request that may name no grant, beside those that its endpoint serves. */
    record Naming(TokenRequest request, Set<GrantType> served) {
        /** Back ends ask for the first of these; a dialect that serves neither has one of its own. */
        private String example() {
            boolean isOfUser = request.form().has("username") || request.form().has("password");
            Stream<GrantType> usual = isOfUser
                    ? Stream.of(GrantType.PASSWORD, GrantType.CLIENT_CREDENTIALS)
                    : Stream.of(GrantType.CLIENT_CREDENTIALS, GrantType.PASSWORD);
            return "grant_type="
                    + usual.filter(served::contains)
                            .findFirst()
                            .or(() -> served.stream().findFirst())
                            .orElse(GrantType.CLIENT_CREDENTIALS)
                            .parameter();
        }

        private String advice() {
            return request.isRead()
                    ? "put " + example() + " into the body; no endpoint that knows several grants implies one"
                    : "send " + example() + " as a form; " + RequestRules.LABEL;
        }
    }

    /** A grant type beside the client that asks for it. */
    record AskedBy(GrantType grantType, Client client) {}

    /**
     * The scopes asked for, beside the client that asks for them.
     *
     * @param granted what may be had: the client's own scopes, or what they and the user's, or those of the token
     *     before, have in common
     * @param isPatron whether a client gets one scope at most for itself
     */
    record Wanted(Scopes scopes, Client client, Scopes granted, boolean isPatron) {
        private List<String> missing() {
            return granted.missing(scopes);
        }

        private String described() {
            if (isPatron) {
                return "client_credentials opens " + CentralScopes.PATRON + " at most"
                        + (granted.isEmpty() ? ", which client " + client.id() + " does not have" : "");
            }
            return (granted.equals(client.scopes())
                            ? "client " + client.id() + " has "
                            : "what it has in common with its user, or with the login that it renews, is ")
                    + (granted.isEmpty() ? "no scope" : granted);
        }
    }

    /** RFC 6749 section 4.4.2. */
    static final Rule<Naming> GRANT_TYPE = new Rule<>(
            Reason.GRANT_TYPE_MISSING,
            "the body has grant_type",
            naming -> naming.request().grantType().isPresent(),
            (naming, show) -> (naming.request().isRead()
                            ? "no grant_type in " + naming.request().shape()
                            : "the body is not labelled as a form, so it was ignored")
                    + (naming.request().arrived().queryParameters().has("grant_type")
                            ? "; it is in the query, which is not read"
                            : ""),
            Naming::advice);

    static final Rule<Asked> GRANT_SUPPORTED = new Rule<>(
            Reason.GRANT_TYPE_UNSUPPORTED,
            "the grant type is one that this endpoint serves",
            asked -> GrantType.of(asked.grantType())
                    .filter(asked.known()::contains)
                    .isPresent(),
            (asked, show) -> "grant_type " + show.quoted(asked.grantType()) + "; served are " + asked.served(),
            asked -> "use one of the served words exactly as it is written"
                    + (asked.served().contains(GrantType.CLIENT_CREDENTIALS)
                            ? "; client_credentials is spelt with an s"
                            : ""));

    static final Rule<AskedBy> GRANT_ENABLED = new Rule<>(
            Reason.GRANT_NOT_ENABLED,
            "the grant type is enabled for the client",
            asked -> asked.client().grants().contains(asked.grantType()),
            (asked, show) -> "client " + asked.client().id() + " may use "
                    + asked.client().grants() + ", not " + asked.grantType(),
            "have the grant enabled for the application in the portal; it is not on by default for every kind");

    /** RFC 6749 section 3.3. */
    static final Rule<String> SCOPE_SYNTAX = new Rule<>(
            Reason.SCOPE_MALFORMED,
            "scope is words of visible ASCII, separated by single blanks",
            scope -> Scopes.parse(scope).isPresent(),
            (scope, show) -> "scope " + show.quoted(scope),
            "join the scopes with one blank each; quotation marks, backslashes and line ends are not allowed");

    static final Rule<Wanted> SCOPE_GRANTED = new Rule<>(
            Reason.SCOPE_NOT_GRANTED,
            "every scope asked for is granted to the client",
            wanted -> wanted.missing().isEmpty(),
            (wanted, show) -> "scope " + missing(wanted, show) + "; " + wanted.described(),
            wanted -> wanted.isPatron()
                    ? "ask for " + CentralScopes.PATRON + " or for no scope; the others are for users, by"
                            + " grant_type=password. To allow them, set \"patronOnly\": false"
                    : "ask for granted scopes only, separated by blanks and in the same case, or for none to have them"
                            + " all");

    private static String missing(Wanted wanted, Redactor show) {
        List<String> missing = wanted.missing();
        return show.listed(missing.subList(0, Math.min(8, missing.size())), ", ");
    }
}
