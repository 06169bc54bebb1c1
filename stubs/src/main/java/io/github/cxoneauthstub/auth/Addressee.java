package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import java.util.Optional;

/**
 * Which part of the simulated server a request has come to.
 *
 * @param kind the kind of it
 * @param profile the dialect that it speaks
 * @param duty what it is there for; empty for a document of the server, a guarded resource, and where nothing answers
 */
record Addressee(Kind kind, Profile profile, Optional<Duty> duty) {

    /** An endpoint of a dialect. */
    static Addressee of(Profile profile, Duty duty) {
        Kind kind = switch (duty) {
            case TOKEN, ACCESS_KEY, EXCHANGE, REFRESH, WHO_AM_I, REVOKE, INTROSPECT -> Kind.TOKEN;
            case USER_INFO -> Kind.RESOURCE;
            case AUTHORIZE, END_SESSION -> Kind.DOCUMENT;
        };
        return new Addressee(kind, profile, Optional.of(duty));
    }

    /** What has no duty of a dialect, and speaks in the words of this one. */
    static Addressee of(Kind kind, Profile profile) {
        return new Addressee(kind, profile, Optional.empty());
    }
}
