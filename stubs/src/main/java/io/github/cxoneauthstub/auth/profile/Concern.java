package io.github.cxoneauthstub.auth.profile;

import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Reason.Place;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule is about, and so which dialects have to answer for it: one that reads no JSON has no word on JSON. */
enum Concern {
    /** Before any endpoint is found. */
    SERVER(Place.SERVER),
    REQUEST(Place.TOKEN_ENDPOINT),
    FORM(Place.TOKEN_ENDPOINT),
    JSON(Place.TOKEN_ENDPOINT),
    /** Who asks, whatever that is proved with. */
    CLIENT(Place.TOKEN_ENDPOINT),
    /** A client that proves who it is with a secret. */
    CLIENT_SECRET(Place.TOKEN_ENDPOINT),
    /** A client that says who it is and proves nothing. */
    APPLICATION_NAME(Place.TOKEN_ENDPOINT),
    GRANT_TYPE(Place.TOKEN_ENDPOINT),
    /** What a client may ask for, whether the request names it or the endpoint implies it. */
    GRANT_OF_CLIENT(Place.TOKEN_ENDPOINT),
    /** Back ends, who may present an access key or ask as themselves. */
    BACK_END(Place.TOKEN_ENDPOINT),
    ACCESS_KEY(Place.TOKEN_ENDPOINT),
    CODE(Place.TOKEN_ENDPOINT),
    REFRESH_TOKEN(Place.TOKEN_ENDPOINT),
    SUBJECT_TOKEN(Place.TOKEN_ENDPOINT),
    /** The type of the token that is to be exchanged. */
    SUBJECT_TOKEN_TYPE(Place.TOKEN_ENDPOINT),
    /** One user who acts as another. */
    IMPERSONATION(Place.TOKEN_ENDPOINT),
    /** A question about a token. */
    TOKEN_QUESTION(Place.TOKEN_ENDPOINT),
    REVOCATION(Place.TOKEN_ENDPOINT),
    AUTHORIZATION(Place.AUTHORIZATION_ENDPOINT),
    RESOURCE(Place.RESOURCE);

    private final Place place;

    Concern(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    private boolean isOf(Dialect dialect) {
        return switch (this) {
            case SERVER -> false;
            case REQUEST, RESOURCE -> true;
            case FORM -> dialect.reads(BodyFormat.FORM);
            case JSON -> dialect.reads(BodyFormat.JSON);
            case CLIENT -> dialect.asksForSecrets() || dialect.has(Trait.CLIENT_BY_NAME);
            case CLIENT_SECRET -> dialect.asksForSecrets();
            case APPLICATION_NAME -> dialect.has(Trait.CLIENT_BY_NAME);
            case GRANT_TYPE -> dialect.does(Duty.TOKEN);
            case GRANT_OF_CLIENT -> dialect.does(Duty.TOKEN) || dialect.has(Trait.CLIENT_BY_NAME);
            case BACK_END -> dialect.serves(GrantType.PASSWORD);
            case ACCESS_KEY -> dialect.serves(GrantType.PASSWORD) || dialect.does(Duty.ACCESS_KEY);
            case CODE -> dialect.serves(GrantType.AUTHORIZATION_CODE);
            case REFRESH_TOKEN -> dialect.serves(GrantType.REFRESH_TOKEN) || dialect.does(Duty.REFRESH);
            case SUBJECT_TOKEN -> dialect.serves(GrantType.TOKEN_EXCHANGE) || dialect.does(Duty.EXCHANGE);
            case IMPERSONATION -> dialect.serves(GrantType.IMPERSONATION);
            case SUBJECT_TOKEN_TYPE -> dialect.serves(GrantType.TOKEN_EXCHANGE);
            case TOKEN_QUESTION ->
                dialect.does(Duty.WHO_AM_I) || dialect.does(Duty.REVOKE) || dialect.does(Duty.INTROSPECT);
            case REVOCATION -> dialect.does(Duty.REVOKE);
            case AUTHORIZATION -> dialect.does(Duty.AUTHORIZE);
        };
    }

    /** What tells what a dialect is concerned with. */
    record Dialect(Set<Duty> duties, Set<GrantType> grants, Set<BodyFormat> bodies, Set<Trait> traits) {

        private boolean does(Duty duty) {
            return duties.contains(duty);
        }

        private boolean serves(GrantType grant) {
            return does(Duty.TOKEN) && grants.contains(grant);
        }

        private boolean has(Trait trait) {
            return traits.contains(trait);
        }

        private boolean asksForSecrets() {
            return does(Duty.TOKEN);
        }

        private boolean reads(BodyFormat format) {
            return duties.stream().anyMatch(duty -> duty.bodies(bodies).contains(format));
        }
    }

    /** All that this dialect is concerned with. */
    static Set<Concern> of(Dialect dialect) {
        return Stream.of(values())
                .filter(concern -> concern.isOf(dialect))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Concern.class)));
    }
}
