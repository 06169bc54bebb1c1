package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;

/** Revokes a token (RFC 7009), or tells of one (RFC 7662), to a client that proves who it is. */
final class QuestionEndpoint implements Endpoint {
    private final Profile profile;
    private final Duty duty;
    private final Common common;
    private final ClientAuthenticator authenticator;
    private final RequestReader reader;
    private final Answering answering;

    /** What becomes of a token that a client asks about. */
    @FunctionalInterface
    interface Answering {
        /** Returns what is answered; never a refusal, whatever the token is. */
        Decision answer(String token, Client client);
    }

    QuestionEndpoint(
            Profile profile, Duty duty, Common common, ClientAuthenticator authenticator, Answering answering) {
        this.profile = profile;
        this.duty = duty;
        this.common = common;
        this.authenticator = authenticator;
        this.reader = new RequestReader(common.json());
        this.answering = answering;
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(profile, duty);
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        Trail trail = common.trail(profile, arrived);
        try {
            TokenRequest request = reader.read(arrived, profile.bodiesOf(duty), trail);
            Client client = authenticator.authenticate(request, trail);
            trail.demand(QuestionRules.TOKEN, request);
            return answering.answer(request.form().value("token").orElseThrow(), client);
        } catch (Trail.Fallen fallen) {
            return Rejections.of(fallen.explanation(), arrived, trail, common.answers());
        }
    }
}
