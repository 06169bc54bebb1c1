package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Reason;

/** What an endpoint demands that answers a question about a token, or revokes one. */
final class QuestionRules {
    private QuestionRules() {}

    /** RFC 7009 section 2.1, RFC 7662 section 2.1. */
    static final Rule<TokenRequest> TOKEN = new Rule<>(
            Reason.TOKEN_PARAMETER_MISSING,
            "there is a token",
            request -> request.form().has("token"),
            (request, show) -> "no token in " + request.shape(),
            "send the token that is meant as the parameter token");
}
