package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.TokenLifetime;
import java.time.Duration;
import java.util.List;

/** One dialect as it is written in JSON: as a difference to the one that is built in. */
final class ProfileSettings {
    static final String PATHS = "paths";
    private static final String CREDENTIALS = "credentials";
    private static final String TOKEN_LIFETIME = "tokenLifetime";
    private static final String JTI = "jti";
    private static final String REFRESH_ROTATION = "refreshRotation";
    private static final String PATRON_ONLY = "patronOnly";
    private static final String ERROR_STATUS = "errorStatus";
    private static final String ERROR_MEMBERS = "errorMembers";
    private static final String RULES = "rules";

    private ProfileSettings() {}

    static Profile read(Field field, Profile builtIn) {
        Fields fields = field.fields()
                .allowOnly(
                        PATHS,
                        CREDENTIALS,
                        TOKEN_LIFETIME,
                        JTI,
                        REFRESH_ROTATION,
                        PATRON_ONLY,
                        ERROR_STATUS,
                        ERROR_MEMBERS,
                        RULES);
        Evidence evidence = Evidence.assumed("set in " + field.source());
        Profile.Builder builder = builtIn.toBuilder(builtIn.name());
        fields.value(PATHS, paths -> paths(paths, builder));
        fields.value(CREDENTIALS, method -> credentials(method, builtIn))
                .ifPresent(method -> builder.credentials(method, evidence));
        fields.value(TOKEN_LIFETIME, ProfileSettings::lifetime)
                .ifPresent(lifetime -> builder.tokenLifetime(lifetime, evidence));
        fields.value(JTI, jti -> IssuanceSettings.tokenIds(jti, builtIn))
                .ifPresent(yes -> builder.tokenIds(yes, evidence));
        fields.value(REFRESH_ROTATION, rotation -> IssuanceSettings.rotation(rotation, builtIn))
                .ifPresent(yes -> builder.rotatesRefreshTokens(yes, evidence));
        fields.value(PATRON_ONLY, patron -> IssuanceSettings.patronOnly(patron, builtIn))
                .ifPresent(yes -> builder.patronOnly(yes, evidence));
        fields.value(ERROR_STATUS, errors -> ErrorSettings.status(errors, builtIn, builder, evidence));
        fields.value(ERROR_MEMBERS, ErrorSettings::members)
                .ifPresent(members -> builder.errorMembers(evidence, members));
        // a rule keeps what is not said of it, and that may have been said of its error
        Profile soFar = builder.build();
        fields.value(RULES, rules -> RuleSettings.read(rules, soFar, builder, evidence));
        return builder.build();
    }

    private static Profile.Builder paths(Field field, Profile.Builder builder) {
        List<Field> paths = field.elements();
        paths.forEach(path -> path.read(() -> builder.paths(path.text())));
        return builder.paths(paths.stream().map(Field::text).toArray(String[]::new));
    }

    private static AuthMethod credentials(Field field, Profile builtIn) {
        AuthMethod method = AuthMethods.read(field);
        if (builtIn.credentials() == AuthMethod.NONE && method != AuthMethod.NONE) {
            throw field.refused("profile " + builtIn + " asks no client for a secret: leave this key out");
        }
        if (builtIn.credentials() != AuthMethod.NONE && method == AuthMethod.NONE) {
            throw field.refused("\"none\" would leave a client of profile " + builtIn + " no way to authenticate: use"
                    + " one of either, basic, body, and \"public\": true at a client that has no secret");
        }
        return method;
    }

    /** How long tokens live. */
    static Duration lifetime(Field field) {
        Duration duration = field.duration();
        return field.read(() -> TokenLifetime.checked(duration));
    }
}
