package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.List;

/** The error as JSON, and a challenge (RFC 6750 section 3). */
final class Rfc6750Answers implements ResourceAnswers {
    private final Answers answers;

    Rfc6750Answers(Common common) {
        this.answers = common.answers();
    }

    @Override
    public Answer served(Resource.Served what, AccessToken token, ArrivedRequest arrived) {
        return ResourceAnswers.plainly(what, List.of(), answers);
    }

    @Override
    public Answer refused(Refused request) {
        Header challenge = new Header("WWW-Authenticate", challenge(request));
        return answers.refused(
                request.refusal(), request.dialect().errorMembers().value(), List.of(challenge));
    }

    private static String challenge(Refused request) {
        Refusal refusal = request.refusal();
        StringBuilder challenge =
                new StringBuilder("Bearer realm=\"" + request.dialect().realm() + "\"");
        if (!refusal.error().isEmpty()) {
            challenge.append(", error=\"").append(refusal.error()).append('"');
        }
        if (!refusal.description().isEmpty()) {
            challenge
                    .append(", error_description=\"")
                    .append(refusal.description())
                    .append('"');
        }
        if (request.reason() == Reason.SCOPE_INSUFFICIENT) {
            request.scope()
                    .ifPresent(scope ->
                            challenge.append(", scope=\"").append(scope).append('"'));
        }
        return challenge.toString();
    }
}
