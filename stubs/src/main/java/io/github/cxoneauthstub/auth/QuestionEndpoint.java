package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;

/** Revokes a token (RFC 7009), or tells of one (RFC 7662), as a client asks for it. */
final class QuestionEndpoint implements Endpoint {
    private final Profile profile;
    private final Duty duty;
    private final Common common;
    private final Asking asking;
    private final RequestReader reader;
    private final Answering answering;

    /** What becomes of a token that a client asks about. */
    @FunctionalInterface
    interface Answering {
        /** Returns what is answered, or ends the decision. */
        Decision answer(String token, Client client, Trail trail);
    }

    /** How a client says who it is. */
    @FunctionalInterface
    interface Asking {
        /** Returns the client that asks, or ends the decision. */
        Client client(TokenRequest request, Trail trail);
    }

    QuestionEndpoint(Profile profile, Duty duty, Common common, Asking asking, Answering answering) {
        this.profile = profile;
        this.duty = duty;
        this.common = common;
        this.asking = asking;
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
            TokenRequest request = reader.read(arrived, duty, trail);
            Client client = asking.client(request, trail);
            trail.demand(QuestionRules.TOKEN, request);
            return answering.answer(request.form().value("token").orElseThrow(), client, trail);
        } catch (Trail.Fallen fallen) {
            return Rejections.of(fallen.explanation(), arrived, trail, common.answers());
        }
    }
}
