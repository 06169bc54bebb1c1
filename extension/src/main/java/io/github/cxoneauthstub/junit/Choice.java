package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;

/** The dialect that a door chooses. */
sealed interface Choice {

    /** A built-in one, as the configuration file may have changed it. */
    record Named(String name) implements Choice {
        @Override
        public Profile builtIn() {
            return Profiles.named(name);
        }

        @Override
        public void in(Configuration.Builder builder) {
            builder.profile(name);
        }
    }

    /** One of the user's own. */
    record Own(Profile builtIn) implements Choice {
        @Override
        public void in(Configuration.Builder builder) {
            builder.profile(builtIn);
        }
    }

    /** What it is without a configuration file. */
    Profile builtIn();

    /** Makes it the default one. */
    void in(Configuration.Builder builder);
}
