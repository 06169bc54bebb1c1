package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.profile.Issuance;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Trait;

/** What is said in JSON of the tokens of a dialect. */
final class IssuanceSettings {
    private IssuanceSettings() {}

    /** Whether access tokens have the claim {@code jti}. */
    static boolean tokenIds(Field field, Profile builtIn) {
        boolean yes = field.bool();
        if (builtIn.issuance().claims().isEmpty()) {
            throw field.refused("the tokens of profile " + builtIn + " are "
                    + builtIn.issuance().format().value().description() + ", and have no claims: leave this key out");
        }
        return yes;
    }

    /** Whether each refresh token is good for one use. */
    static boolean rotation(Field field, Profile builtIn) {
        boolean yes = field.bool();
        Issuance issuance = builtIn.issuance();
        if (issuance.renewal().value().isEmpty()) {
            throw field.refused("profile " + builtIn + " issues no refresh tokens: leave this key out");
        }
        return yes;
    }

    /** Whether a client that asks for itself gets one scope at most. */
    static boolean patronOnly(Field field, Profile builtIn) {
        boolean yes = field.bool();
        if (!builtIn.has(Trait.CLIENT_IS_PATRON)) {
            throw field.refused("profile " + builtIn + " knows no scope PatronApi: leave this key out");
        }
        return yes;
    }
}
