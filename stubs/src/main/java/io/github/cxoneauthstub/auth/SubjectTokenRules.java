package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.Form;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.Optional;
import java.util.Set;

/** What an endpoint demands of a token that is to be exchanged for another one (RFC 8693 section 2.1). */
final class SubjectTokenRules {
    private static final Set<String> ACCESS_TOKEN =
            Set.of("urn:ietf:params:oauth:token-type:access_token", "access_token");

    private SubjectTokenRules() {}

    /** A request in which a token belongs, under that name. */
    record Place(TokenRequest request, String name) {
        Optional<String> value() {
            return request.form().value(name);
        }
    }

    /**
     * What was presented: a token that can be exchanged now, or why it cannot.
     *
     * @param advice what to send instead
     */
    record Presented(Optional<AccessToken> live, String otherwise, String advice) {}

    static final Rule<TokenRequest> AUDIENCE = new Rule<>(
            Reason.AUDIENCE_MISSING,
            "there is an audience",
            request -> request.form().has("audience"),
            (request, show) -> "no audience in " + request.shape(),
            "send audience beside subject_token; any value will do here, because nobody shows what it selects");

    static final Rule<Place> PRESENT = new Rule<>(
            Reason.SUBJECT_TOKEN_MISSING,
            "there is a token to be exchanged",
            place -> place.value().isPresent(),
            (place, show) -> "no " + place.name() + " in " + place.request().shape(),
            place -> "send the access token as " + place.name());

    static final Rule<Form> TYPE = new Rule<>(
            Reason.SUBJECT_TOKEN_TYPE_WRONG,
            "subject_token_type is that of an access token",
            form -> form.value("subject_token_type")
                    .filter(ACCESS_TOKEN::contains)
                    .isPresent(),
            (form, show) -> form.value("subject_token_type").map(show::quoted).orElse("no subject_token_type"),
            "send subject_token_type=urn:ietf:params:oauth:token-type:access_token");

    static final Rule<Presented> VALID = new Rule<>(
            Reason.SUBJECT_TOKEN_INVALID,
            "the token to be exchanged is a live access token of this server and of the client's tenant",
            presented -> presented.live().isPresent(),
            (presented, show) -> presented.otherwise(),
            Presented::advice);
}
