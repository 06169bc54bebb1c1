package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Optional;

/** What an endpoint demands that answers a question about a token, or revokes one. */
final class QuestionRules {
    private QuestionRules() {}

    /** A token that is to be revoked, told by whose it is, before the client that asks for that. */
    record Revocation(Optional<String> ofClient, Client asking) {}

    /** RFC 7009 section 2.1, RFC 7662 section 2.1. */
    static final Rule<TokenRequest> TOKEN = new Rule<>(
            Reason.TOKEN_PARAMETER_MISSING,
            "there is a token",
            request -> request.form().has("token"),
            (request, show) -> "no token in " + request.shape(),
            "send the token that is meant as the parameter token");

    /** RFC 7009 section 2.1. */
    static final Rule<Revocation> CLIENT = new Rule<>(
            Reason.TOKEN_OF_ANOTHER_CLIENT,
            "the token that is revoked was issued to the client that asks for it",
            revocation ->
                    revocation.ofClient().map(revocation.asking().id()::equals).orElse(true),
            (revocation, show) -> "a token of " + revocation.ofClient().orElse("") + ", sent by "
                    + revocation.asking().id(),
            "revoke a token as the client that asked for it; the token stays as it is");
}
