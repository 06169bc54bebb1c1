package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.time.Duration;
import java.util.Optional;

/** The dialect that a door chooses. */
sealed interface Choice {

    /** A built-in one, as the configuration file may have changed it. */
    record Named(String name) implements Choice {
        @Override
        public Profile builtIn() {
            return Profiles.named(name);
        }

        /** A lifetime for all dialects is one for a built-in one too. */
        @Override
        public Choice living(Duration lifetime) {
            return this;
        }

        @Override
        public void in(Configuration.Builder builder) {
            builder.profile(name);
        }
    }

    /**
     * One of the user's own.
     *
     * @param tokenLifetime what is said over its own one; empty for nothing
     */
    record Own(Profile builtIn, Optional<Duration> tokenLifetime) implements Choice {
        @Override
        public Choice living(Duration lifetime) {
            return new Own(builtIn, Optional.of(lifetime));
        }

        @Override
        public void in(Configuration.Builder builder) {
            builder.profile(tokenLifetime
                    .map(lifetime -> builtIn.toBuilder(builtIn.name())
                            .tokenLifetime(lifetime)
                            .build())
                    .orElse(builtIn));
        }
    }

    /** What it is without a configuration file. */
    Profile builtIn();

    /** The same, where a door says how long its tokens live that is as near as the one that chose it, or nearer. */
    Choice living(Duration lifetime);

    /** Makes it the default one. */
    void in(Configuration.Builder builder);
}
