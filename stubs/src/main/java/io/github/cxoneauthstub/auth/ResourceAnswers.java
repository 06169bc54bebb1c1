package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.List;
import java.util.Optional;

/** What guarded resources answer, in the style of one product. */
interface ResourceAnswers {

    /**
     * A request that a resource refuses.
     *
     * @param scope what the resource requires
     * @param token the token that was presented, if it is known here
     */
    record Refused(
            Reason reason, Refusal refusal, Profile dialect, Optional<String> scope, Optional<AccessToken> token) {}

    /** What is served to who has a token for it. */
    Answer served(Resource.Served what, AccessToken token, ArrivedRequest arrived);

    /** What is said to who has none. */
    Answer refused(Refused request);

    /** What is said of an outage; empty where no words are known. */
    default Optional<Endpoint.Told> disrupted(Mishap.Outage outage, Optional<AccessToken> token) {
        return Optional.empty();
    }

    /** The answers of that style. */
    static ResourceAnswers in(ResourceStyle style, Common common) {
        return switch (style) {
            case RFC6750 -> new Rfc6750Answers(common);
            case BARE -> new BareAnswers(common);
            case IC_STATUS_DESCRIPTION -> new CentralAnswers(common);
            case GENESYS -> new GenesysAnswers(common);
        };
    }

    /** As it was configured. */
    static Answer plainly(Resource.Served what, List<Header> headers, Answers answers) {
        return what.hasBody()
                ? answers.text(what.status(), what.json(), headers)
                : answers.bare(what.status(), headers);
    }
}
