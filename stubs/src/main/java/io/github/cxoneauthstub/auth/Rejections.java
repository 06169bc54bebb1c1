package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.List;
import java.util.Optional;

/** What becomes of a request that fell at a rule of a token endpoint. */
final class Rejections {
    private Rejections() {}

    static Decision of(Explanation why, ArrivedRequest arrived, Trail trail, Answers answers) {
        Profile profile = trail.profile();
        Refusal refusal = profile.refusal(why.reason()).orElseThrow().to(trail::askedAs);
        Answer answer = answers.refused(
                refusal, profile.errorMembers().value(), headers(why.reason(), refusal, arrived, profile));
        return new Decision.Rejected(why, profile, refusal, answer, Optional.empty(), trail.clientId());
    }

    /** RFC 9110 section 15.5.6 for Allow; RFC 6749 section 5.2 for the challenge after an Authorization header. */
    private static List<Header> headers(Reason reason, Refusal refusal, ArrivedRequest arrived, Profile profile) {
        if (reason == Reason.METHOD_NOT_POST) {
            return List.of(new Header("Allow", "POST"));
        }
        boolean attempted = !arrived.values("Authorization").isEmpty();
        return refusal.status() == 401 && attempted
                ? List.of(new Header("WWW-Authenticate", "Basic realm=\"" + profile.realm() + "\""))
                : List.of();
    }
}
