package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.List;
import java.util.Locale;

/** The text of a refusal in a header, and no JSON for who does not ask for it, as the APIs of the older server do. */
final class CentralAnswers implements ResourceAnswers {
    private static final String UNSPOKEN = "No known way to render data";

    private final Answers answers;

    CentralAnswers(Common common) {
        this.answers = common.answers();
    }

    @Override
    public Answer served(Resource.Served what, AccessToken token, ArrivedRequest arrived) {
        boolean asked = arrived.values("Accept").stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.contains("json") || value.contains("*/*") || value.contains("application/*"));
        return asked || !what.hasBody()
                ? ResourceAnswers.plainly(what, List.of(), answers)
                : answers.dated(
                        new Answer(what.status(), List.of(new Header("Content-Type", "application/html")), UNSPOKEN));
    }

    @Override
    public Answer refused(Refused request) {
        Refusal refusal = request.refusal();
        String text = refusal.description().isEmpty() ? refusal.error() : refusal.description();
        return answers.bare(
                refusal.status(), text.isEmpty() ? List.of() : List.of(new Header("icStatusDescription", text)));
    }
}
