package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.List;

/** The status alone: what CXone's API says to a refused token is not public, and clients look at nothing else. */
final class BareAnswers implements ResourceAnswers {
    private final Answers answers;

    BareAnswers(Common common) {
        this.answers = common.answers();
    }

    @Override
    public Answer served(Resource.Served what, AccessToken token, ArrivedRequest arrived) {
        return ResourceAnswers.plainly(what, List.of(), answers);
    }

    @Override
    public Answer refused(Refused request) {
        return answers.bare(request.refusal().status(), List.of());
    }
}
