package io.github.cxoneauthstub.auth.profile;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private final Endpoints endpoints;
    private final Fact<Duration> tokenLifetime;
    private final boolean ownLifetime;
    private final Fact<AuthMethod> credentials;
    private final Fact<Set<BodyFormat>> bodies;
    private final Fact<Set<GrantType>> grants;
    private final Map<Trait, Evidence> traits;
    private final Issuance issuance;
    private final String realm;
    private final Fact<List<ErrorMember>> errorMembers;
    private final Fact<ResourceStyle> resourceStyle;
    private final Refusals refusals;

    private Profile(Builder builder) {
        this.name = builder.name;
        this.endpoints = builder.endpoints;
        this.tokenLifetime = builder.tokenLifetime;
        this.ownLifetime = builder.ownLifetime;
        this.credentials = builder.credentials;
        this.bodies = builder.bodies;
        this.grants = builder.grants;
        this.traits = Collections.unmodifiableMap(new EnumMap<>(builder.traits));
        this.issuance = builder.issuance;
        this.realm = builder.realm;
        this.errorMembers = builder.errorMembers;
        this.resourceStyle = builder.resourceStyle;
        this.refusals = new Refusals(name);
        refusals.addAll(builder.refusals);
    }

    /** A dialect from nothing; it must be given an answer to every rule. Most are better told by {@link #toBuilder}. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The name by which annotations and files call it. */
    public String name() {
        return name;
    }

    /** Where its {@link #duty()} is done: paths that begin with a slash; none for a dialect that the user mounts. */
    public List<String> paths() {
        return endpoints.paths();
    }

    /** What is done at {@link #paths()}. */
    public Duty duty() {
        return endpoints.first();
    }

    /** Its other endpoints, which are there as long as it has a path. */
    public Map<Duty, String> furtherPaths() {
        return endpoints.others();
    }

    /**
     * How we know of the endpoint that is there for this.
     *
     * @throws IllegalArgumentException if it has none
     */
    public EndpointEvidence evidence(Duty duty) {
        return endpoints
                .evidence(duty)
                .orElseThrow(() -> new IllegalArgumentException("profile " + name + " has no endpoint that "
                        + duty.purpose() + "; it has " + endpoints.duties()));
    }

    /** What a path may begin with under which every guarded resource is served a second time. */
    public Optional<String> apiPrefix() {
        return endpoints.apiPrefix().map(Fact::value);
    }

    /** How we know {@link #apiPrefix()}. */
    public Optional<Evidence> apiPrefixEvidence() {
        return endpoints.apiPrefix().map(Fact::evidence);
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

    /** What the body of a token request may be. */
    public Fact<Set<BodyFormat>> bodies() {
        return bodies;
    }

    /** What the body of a request may be at the endpoint that is there for this; nothing where it has no body. */
    public Set<BodyFormat> bodiesOf(Duty duty) {
        return duty.bodies(bodies.value());
    }

    /** The grants that it serves. */
    public Set<GrantType> grants() {
        return grants.value();
    }

    /** Those of {@link #grants()} that are not refused to everybody. */
    public Set<GrantType> servedGrants() {
        Set<GrantType> served = EnumSet.copyOf(grants());
        if (served.contains(GrantType.PASSWORD)
                && refusal(Reason.ACCESS_KEY_DEMANDED).isPresent()) {
            served.remove(GrantType.CLIENT_CREDENTIALS);
        }
        return served;
    }

    /** How we know {@link #grants()}. */
    public Evidence grantsEvidence() {
        return grants.evidence();
    }

    /** In what it is unlike the others, and how we know. */
    public Map<Trait, Evidence> traits() {
        return traits;
    }

    /** Whether it has this trait. */
    public boolean has(Trait trait) {
        return traits.containsKey(trait);
    }

    /** What its tokens and its answers with them are made of. */
    public Issuance issuance() {
        return issuance;
    }

    /** Whether the tokens of both are for one product: Genesys Cloud's are opaque, CXone's are not. */
    public boolean isOfProductOf(Profile other) {
        return isOpaque() == other.isOpaque();
    }

    private boolean isOpaque() {
        return issuance.format().value() == TokenFormat.OPAQUE;
    }

    /** The realm of its challenges. */
    public String realm() {
        return realm;
    }

    /** What stands in the answer to a token request that is refused. */
    public Fact<List<ErrorMember>> errorMembers() {
        return errorMembers;
    }

    /** How a resource refuses a token of this dialect, unless the resource has a style of its own. */
    public Fact<ResourceStyle> resourceStyle() {
        return resourceStyle;
    }

    /** The reasons for which it can refuse something, in the order in which their rules are asked. */
    public Stream<Reason> reasons() {
        return refusals.reasons();
    }

    /** What it says when the rule is broken; empty when it does not ask for it. */
    public Optional<Refusal> refusal(Reason reason) {
        return refusals.get(reason).value();
    }

    /** How we know {@link #refusal}. */
    public Evidence evidence(Reason reason) {
        return refusals.get(reason).evidence();
    }

    /** This dialect on other paths; with none, it is not mounted. */
    public Profile withPaths(String... otherPaths) {
        return toBuilder(name).paths(otherPaths).build();
    }

    /** Every path that it is served on. */
    public List<String> allPaths() {
        return Stream.concat(endpoints.paths().stream(), endpoints.others().values().stream())
                .toList();
    }

    /** This dialect, but not on these paths; without any path for its {@link #duty()} it is not mounted. */
    public Profile leaving(Set<String> taken) {
        if (allPaths().stream().noneMatch(taken::contains)) {
            return this;
        }
        Builder builder = toBuilder(name);
        builder.endpoints = endpoints.leaving(taken);
        return builder.build();
    }

    /** A builder that starts from this dialect, for one that is told as a difference. */
    public Builder toBuilder(String newName) {
        Builder builder = new Builder(newName);
        builder.endpoints = endpoints;
        builder.tokenLifetime = tokenLifetime;
        builder.ownLifetime = ownLifetime;
        builder.credentials = credentials;
        builder.bodies = bodies;
        builder.grants = grants;
        builder.traits.putAll(traits);
        builder.issuance = issuance;
        builder.realm = realm;
        builder.errorMembers = errorMembers;
        builder.resourceStyle = resourceStyle;
        builder.refusals.addAll(refusals);
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

        private final String name;
        private Endpoints endpoints = Endpoints.NONE;
        private Fact<Duration> tokenLifetime = new Fact<>(Duration.ofHours(1), UNSET);
        private boolean ownLifetime;
        private Fact<AuthMethod> credentials = new Fact<>(AuthMethod.EITHER, UNSET);
        private Fact<Set<BodyFormat>> bodies = new Fact<>(Set.of(BodyFormat.FORM), UNSET);
        private Fact<Set<GrantType>> grants = new Fact<>(Set.of(GrantType.CLIENT_CREDENTIALS), UNSET);
        private final Map<Trait, Evidence> traits = new EnumMap<>(Trait.class);
        private Issuance issuance = Issuance.PLAIN;
        private String realm = "cxone";
        private Fact<List<ErrorMember>> errorMembers =
                new Fact<>(List.of(ErrorMember.ERROR, ErrorMember.ERROR_DESCRIPTION), UNSET);
        private Fact<ResourceStyle> resourceStyle = new Fact<>(ResourceStyle.RFC6750, UNSET);
        private final Refusals refusals;

        private Builder(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a profile needs a name that is not blank, for example MY_ENDPOINT");
            }
            this.name = name;
            this.refusals = new Refusals(name);
        }

        /**
         * Mounts it on these paths instead.
         *
         * @throws IllegalArgumentException if one does not begin with one slash, or has a query or a character that
         *     must be escaped
         */
        public Builder paths(String... values) {
            return paths(OWN, values);
        }

        /** The same, and how we know. */
        public Builder paths(Evidence evidence, String... values) {
            this.endpoints = endpoints.at(name, List.of(values), evidence);
            return this;
        }

        /** Says what is done at its paths. */
        Builder duty(Duty duty) {
            this.endpoints = endpoints.beginningWith(duty);
            return this;
        }

        /** Gives it one more endpoint. */
        Builder endpoint(Duty duty, String path, EndpointEvidence evidence) {
            this.endpoints = endpoints.and(duty, path, evidence);
            return this;
        }

        /** Serves the guarded resources under this beginning of a path, too. */
        Builder apiUnder(String prefix, Evidence evidence) {
            this.endpoints = endpoints.withApiUnder(new Fact<>(prefix, evidence));
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

        /** Sets what the body of a token request may be. */
        Builder bodies(Evidence evidence, BodyFormat... formats) {
            this.bodies = new Fact<>(Set.of(formats), evidence);
            return this;
        }

        /** Sets the grants that it serves. */
        Builder grants(Evidence evidence, GrantType... types) {
            this.grants = new Fact<>(Collections.unmodifiableSet(EnumSet.copyOf(List.of(types))), evidence);
            return this;
        }

        Builder trait(Trait trait, Evidence evidence) {
            traits.put(trait, evidence);
            return this;
        }

        Builder issues(Issuance what) {
            this.issuance = what;
            return this;
        }

        /**
         * Says whether each refresh token is good for one use, and is replaced with each answer; without effect in a
         * dialect that issues none.
         */
        public Builder rotatesRefreshTokens(boolean yes) {
            return rotatesRefreshTokens(yes, OWN);
        }

        /** The same, and how we know. */
        public Builder rotatesRefreshTokens(boolean yes, Evidence evidence) {
            this.issuance = issuance.rotating(yes, evidence);
            return this;
        }

        /**
         * Says whether access tokens have an id of their own, the claim {@code jti}. Without it, two tokens of one
         * second with the same claims are one token: what revokes one revokes the other. Without effect on opaque
         * tokens.
         */
        public Builder tokenIds(boolean yes) {
            return tokenIds(yes, OWN);
        }

        /** The same, and how we know. */
        public Builder tokenIds(boolean yes, Evidence evidence) {
            this.issuance = issuance.withTokenIds(yes, evidence);
            return this;
        }

        /**
         * Says whether a client that asks for itself, by {@code client_credentials}, gets the scope {@code PatronApi}
         * at most; otherwise it gets those that it was granted.
         */
        public Builder patronOnly(boolean yes) {
            return patronOnly(yes, OWN);
        }

        /** The same, and how we know. */
        public Builder patronOnly(boolean yes, Evidence evidence) {
            if (yes) {
                return trait(Trait.CLIENT_IS_PATRON, evidence);
            }
            traits.remove(Trait.CLIENT_IS_PATRON);
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

        /** Sets what stands in the answer to a token request that is refused, in this order. */
        public Builder errorMembers(ErrorMember... members) {
            return errorMembers(OWN, members);
        }

        /** The same, and how we know. */
        public Builder errorMembers(Evidence evidence, ErrorMember... members) {
            this.errorMembers = new Fact<>(List.of(members), evidence);
            return this;
        }

        /** Sets how a resource refuses a token of this dialect, unless the resource has a style of its own. */
        public Builder resourceStyle(ResourceStyle style) {
            return resourceStyle(style, OWN);
        }

        /** The same, and how we know. */
        public Builder resourceStyle(ResourceStyle style, Evidence evidence) {
            this.resourceStyle = new Fact<>(style, evidence);
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
            refusals.put(reason, refusal, evidence);
            return this;
        }

        /** Sets the same answer for several rules. */
        Builder answers(Refusal refusal, Evidence evidence, Reason... reasons) {
            for (Reason reason : reasons) {
                answer(reason, refusal, evidence);
            }
            return this;
        }

        /** Takes over what another dialect says at these places; as it is about another path, it is assumed. */
        Builder takingFrom(Profile other, Reason.Place place) {
            other.reasons().filter(reason -> reason.place() == place).forEach(reason -> {
                Evidence evidence = assumedOf(other, reason);
                other.refusal(reason)
                        .ifPresentOrElse(refusal -> answer(reason, refusal, evidence), () -> off(reason, evidence));
            });
            return this;
        }

        private static Evidence assumedOf(Profile other, Reason reason) {
            Evidence evidence = other.evidence(reason);
            return evidence.strength() == Evidence.Strength.ASSUMED
                    ? evidence
                    : Evidence.assumed("as in profile " + other.name() + ": " + evidence.source());
        }

        /**
         * Sets the status of every answer that has this error, whatever the reason: 400 for {@code invalid_grant}, for
         * example, where a dialect has 401.
         *
         * @throws IllegalArgumentException if no answer has this error, or the status is not between 400 and 499
         */
        public Builder errorStatus(String error, int status) {
            return errorStatus(error, status, OWN);
        }

        /** The same, and how we know. */
        public Builder errorStatus(String error, int status, Evidence evidence) {
            refusals.status(error, status, evidence);
            return this;
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
            refusals.off(reason, evidence);
            return this;
        }

        /**
         * Returns the dialect.
         *
         * @throws IllegalStateException if a rule that it asks for was given no answer, or one that it never asks for
         *     was
         */
        public Profile build() {
            refusals.checkFor(Concern.of(
                    new Concern.Dialect(endpoints.duties(), grants.value(), bodies.value(), traits.keySet())));
            return new Profile(this);
        }
    }
}
