package io.github.cxoneauthstub.settings;

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
    private static final String RULES = "rules";

    private ProfileSettings() {}

    static Profile read(Field field, Profile builtIn) {
        Fields fields = field.fields().allowOnly(PATHS, CREDENTIALS, TOKEN_LIFETIME, RULES);
        Evidence evidence = Evidence.assumed("set in " + field.source());
        Profile.Builder builder = builtIn.toBuilder(builtIn.name());
        fields.value(PATHS, paths -> paths(paths, builder));
        fields.value(CREDENTIALS, AuthMethods::read).ifPresent(method -> builder.credentials(method, evidence));
        fields.value(TOKEN_LIFETIME, ProfileSettings::lifetime)
                .ifPresent(lifetime -> builder.tokenLifetime(lifetime, evidence));
        fields.value(RULES, rules -> RuleSettings.read(rules, builtIn, builder, evidence));
        return builder.build();
    }

    private static Profile.Builder paths(Field field, Profile.Builder builder) {
        List<Field> paths = field.elements();
        paths.forEach(path -> path.read(() -> builder.paths(path.text())));
        return builder.paths(paths.stream().map(Field::text).toArray(String[]::new));
    }

    /** How long tokens live. */
    static Duration lifetime(Field field) {
        Duration duration = field.duration();
        return field.read(() -> TokenLifetime.checked(duration));
    }
}
