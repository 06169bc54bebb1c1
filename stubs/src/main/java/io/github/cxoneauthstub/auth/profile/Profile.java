package io.github.cxoneauthstub.auth.profile;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One dialect of the token endpoint, as data: where it is mounted, what it takes, and for each {@link Reason} what it
 * answers and how we know. Immutable. The built-in ones are in {@link Profiles}; a dialect of your own is best told as
 * a difference to one of them:
 *
 * <pre>{@code
 * Profile mine = Profiles.OAUTH_TOKEN.toBuilder("MINE")
 *         .paths("/identity/oauth2/token")
 *         .answer(Reason.SCOPE_NOT_GRANTED, 400, "invalid_scope")
 *         .off(Reason.SECRET_IN_QUERY)
 *         .build();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Profile {
    private final String name;
    private final List<String> paths;
    private final Fact<Duration> tokenLifetime;
    private final boolean ownLifetime;
    private final Fact<AuthMethod> credentials;
    private final Set<GrantType> grants;
    private final String realm;
    private final Map<Reason, Fact<Optional<Refusal>>> refusals;

    /** A property of a dialect beside how we know it. */
    private record Fact<T>(T value, Evidence evidence) {}

    private Profile(Builder builder) {
        this.name = builder.name;
        this.paths = builder.paths;
        this.tokenLifetime = builder.tokenLifetime;
        this.ownLifetime = builder.ownLifetime;
        this.credentials = builder.credentials;
        this.grants = builder.grants;
        this.realm = builder.realm;
        this.refusals = new EnumMap<>(builder.refusals);
    }

    /** A dialect from nothing; it must be given an answer to every rule. Most are better told by {@link #toBuilder}. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The name by which annotations and files call it. */
    public String name() {
        return name;
    }

    /** Where it is mounted: paths that begin with a slash; none for a dialect that the user mounts. */
    public List<String> paths() {
        return paths;
    }

    /** How long a token lives that no one gave another lifetime. */
    public Duration tokenLifetime() {
        return tokenLifetime.value();
    }

    /** How we know {@link #tokenLifetime()}. */
    public Evidence tokenLifetimeEvidence() {
        return tokenLifetime.evidence();
    }

    /** Whether the lifetime was set on it, and not taken over from the built-in dialect that it began with. */
    public boolean hasOwnTokenLifetime() {
        return ownLifetime;
    }

    /** How clients may authenticate. */
    public AuthMethod credentials() {
        return credentials.value();
    }

    /** How we know {@link #credentials()}. */
    public Evidence credentialsEvidence() {
        return credentials.evidence();
    }

    /** The grants that it serves. */
    public Set<GrantType> grants() {
        return grants;
    }

    /** The realm of its challenges. */
    public String realm() {
        return realm;
    }

    /** What it says when the rule is broken; empty when it does not ask for it. */
    public Optional<Refusal> refusal(Reason reason) {
        return line(reason).value();
    }

    /** How we know {@link #refusal}. */
    public Evidence evidence(Reason reason) {
        return line(reason).evidence();
    }

    private Fact<Optional<Refusal>> line(Reason reason) {
        Fact<Optional<Refusal>> line = refusals.get(reason);
        if (line == null) {
            throw new IllegalArgumentException(
                    reason + " is not a dialect's to answer: it is decided before any endpoint is found");
        }
        return line;
    }

    /** This dialect on other paths; with none, it is not mounted. */
    public Profile withPaths(String... otherPaths) {
        return toBuilder(name).paths(otherPaths).build();
    }

    /** A builder that starts from this dialect, for one that is told as a difference. */
    public Builder toBuilder(String newName) {
        Builder builder = new Builder(newName);
        builder.paths = paths;
        builder.tokenLifetime = tokenLifetime;
        builder.ownLifetime = ownLifetime;
        builder.credentials = credentials;
        builder.grants = grants;
        builder.realm = realm;
        builder.refusals.putAll(refusals);
        return builder;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /** Builds a {@link Profile}. Not safe for use by several threads. */
    public static final class Builder {
        private static final Evidence OWN = Evidence.assumed("set by this test's own profile");
        private static final Evidence UNSET = Evidence.assumed("nobody set it");

        /** RFC 3986 section 3.3: path-absolute. */
        private static final Pattern PATH = Pattern.compile("/(?!/)(?:[\\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");

        private final String name;
        private List<String> paths = List.of();
        private Fact<Duration> tokenLifetime = new Fact<>(Duration.ofHours(1), UNSET);
        private boolean ownLifetime;
        private Fact<AuthMethod> credentials = new Fact<>(AuthMethod.EITHER, UNSET);
        private Set<GrantType> grants = EnumSet.of(GrantType.CLIENT_CREDENTIALS);
        private String realm = "cxone";
        private final Map<Reason, Fact<Optional<Refusal>>> refusals = new EnumMap<>(Reason.class);

        private Builder(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a profile needs a name that is not blank, for example MY_ENDPOINT");
            }
            this.name = name;
        }

        /**
         * Mounts it on these paths instead.
         *
         * @throws IllegalArgumentException if one does not begin with one slash, or has a query or a character that
         *     must be escaped
         */
        public Builder paths(String... values) {
            for (String path : values) {
                if (!PATH.matcher(path).matches()) {
                    throw new IllegalArgumentException("profile " + name + " cannot be mounted on '" + path
                            + "': a path begins with one slash and has no blank, query, fragment or other character that a"
                            + " URI's path has not, as /oauth/token");
                }
            }
            this.paths = List.of(values);
            return this;
        }

        /** Sets how long a token lives; see {@link #tokenLifetime(Duration, Evidence)}. */
        public Builder tokenLifetime(Duration lifetime) {
            return tokenLifetime(lifetime, OWN);
        }

        /**
         * Sets how long a token lives and how we know.
         *
         * @throws IllegalArgumentException if it is shorter than a second or longer than a century
         */
        public Builder tokenLifetime(Duration lifetime, Evidence evidence) {
            this.ownLifetime = true;
            this.tokenLifetime = new Fact<>(TokenLifetime.checked(lifetime), evidence);
            return this;
        }

        /** Sets the lifetime that a built-in dialect has unless the test says another for all of them. */
        Builder usualTokenLifetime(Duration lifetime, Evidence evidence) {
            tokenLifetime(lifetime, evidence);
            this.ownLifetime = false;
            return this;
        }

        /** Sets how clients may authenticate. */
        public Builder credentials(AuthMethod method) {
            return credentials(method, OWN);
        }

        /** Sets how clients may authenticate and how we know. */
        public Builder credentials(AuthMethod method, Evidence evidence) {
            this.credentials = new Fact<>(method, evidence);
            return this;
        }

        /** Sets the realm of its challenges: visible characters without quotation mark and backslash. */
        public Builder realm(String value) {
            if (!value.chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != '"' && c != '\\')) {
                throw new IllegalArgumentException("the realm '" + value + "' of profile " + name
                        + " cannot stand in a challenge: use visible ASCII and blanks, without \" and \\");
            }
            this.realm = value;
            return this;
        }

        /** Sets what it says when the rule is broken. */
        public Builder answer(Reason reason, int status, String error) {
            return answer(reason, Refusal.of(status, error), OWN);
        }

        /** Sets what it says when the rule is broken, with an {@code error_description}. */
        public Builder answer(Reason reason, int status, String error, String description) {
            return answer(reason, new Refusal(status, error, description), OWN);
        }

        /** Sets what it says when the rule is broken and how we know. */
        public Builder answer(Reason reason, Refusal refusal, Evidence evidence) {
            return line(reason, Optional.of(refusal), evidence);
        }

        /** Lets it no longer ask for the rule. */
        public Builder off(Reason reason) {
            return off(reason, OWN);
        }

        /**
         * Lets it no longer ask for the rule, and says how we know that the endpoint does not.
         *
         * @throws IllegalArgumentException if there is nothing to go on with when the rule is broken
         */
        public Builder off(Reason reason, Evidence evidence) {
            if (reason.isEssential()) {
                throw new IllegalArgumentException(
                        "the rule " + reason.ruleId() + " (" + reason + ") cannot be switched"
                                + " off: without it there is nothing to go on with; give it another answer instead");
            }
            return line(reason, Optional.empty(), evidence);
        }

        private Builder line(Reason reason, Optional<Refusal> refusal, Evidence evidence) {
            if (reason.place() == Reason.Place.SERVER) {
                throw new IllegalArgumentException(
                        reason + " is not a dialect's to answer: it is decided before any endpoint is found");
            }
            refusals.put(reason, new Fact<>(refusal, evidence));
            return this;
        }

        /**
         * Returns the dialect.
         *
         * @throws IllegalStateException if a rule was given no answer
         */
        public Profile build() {
            List<Reason> unanswered = Reason.answeredByProfiles()
                    .filter(reason -> !refusals.containsKey(reason))
                    .toList();
            if (!unanswered.isEmpty()) {
                throw new IllegalStateException("profile " + name + " has no answer for " + unanswered
                        + ": give each an answer or switch it off, or start from another profile's toBuilder");
            }
            return new Profile(this);
        }
    }
}
