package io.github.cxoneauthstub.auth.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application that is registered at the simulated server. Immutable; a change is a new client.
 *
 * <pre>{@code
 * Client.builder("reporting").secret("s3cret+/=").scopes("admin:api", "user:read").build()
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Client {
    private final String id;
    private final Secret secret;
    private final Scopes scopes;
    private final Optional<Set<GrantType>> chosenGrants;
    private final AuthMethod authMethod;
    private final boolean enabled;
    private final Optional<Instant> secretExpires;
    private final Optional<String> tenantId;
    private final List<String> redirectUris;

    private Client(Builder builder) {
        this.id = builder.id;
        this.secret = builder.secret;
        this.scopes = builder.scopes;
        this.chosenGrants = builder.grants.map(Set::copyOf);
        this.redirectUris = List.copyOf(builder.redirectUris);
        this.authMethod = builder.authMethod;
        this.enabled = builder.enabled;
        this.secretExpires = builder.secretExpires;
        this.tenantId = builder.tenantId;
    }

    /**
     * A client with every scope and the usual grants.
     *
     * @throws IllegalArgumentException if id or secret is empty
     */
    public static Client of(String id, String secret) {
        return builder(id).secret(secret).build();
    }

    /**
     * Begins a client of that id; its secret is still to be given.
     *
     * @throws IllegalArgumentException if the id is empty or has a control character
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** The {@code client_id}. */
    public String id() {
        return id;
    }

    /** The {@code client_secret} in clear, for the client under test; empty for a public client. */
    public String secret() {
        return secret.current();
    }

    /** The secrets that were valid before the last rotations, newest first. */
    public List<String> formerSecrets() {
        return secret.former();
    }

    /** The scopes that are granted; {@link Scopes#ALL} unless said otherwise. */
    public Scopes scopes() {
        return scopes;
    }

    /**
     * The grants that are enabled. Unless said otherwise, those that it can use: client_credentials if it has a secret,
     * authorization_code if it has a redirect URI, and all others.
     */
    public Set<GrantType> grants() {
        return chosenGrants.orElseGet(this::usualGrants);
    }

    private Set<GrantType> usualGrants() {
        Set<GrantType> usual = EnumSet.allOf(GrantType.class);
        if (isPublic()) {
            usual.remove(GrantType.CLIENT_CREDENTIALS);
        }
        if (redirectUris.isEmpty()) {
            usual.remove(GrantType.AUTHORIZATION_CODE);
        }
        return usual;
    }

    /** Whether it is a public client, which has no secret (RFC 6749 section 2.1). */
    public boolean isPublic() {
        return authMethod == AuthMethod.NONE;
    }

    /** Where the codes of its users may be sent, compared character by character; usually none. */
    public List<String> redirectUris() {
        return redirectUris;
    }

    /** How it may authenticate; {@link AuthMethod#EITHER}, which leaves it to the profile, unless said otherwise. */
    public AuthMethod authMethod() {
        return authMethod;
    }

    /** Whether it may have tokens at all; true unless said otherwise. */
    public boolean enabled() {
        return enabled;
    }

    /** From when on the secret is refused; empty for never. */
    public Optional<Instant> secretExpires() {
        return secretExpires;
    }

    /**
     * The tenant that it is registered for; empty if it is for all of them, and then its own tokens tell of the first
     * one of the configuration.
     */
    public Optional<String> tenantId() {
        return tenantId;
    }

    /** Whether this is the secret, found out in a time that does not depend on how much of it is right. */
    public boolean hasSecret(String presented) {
        return secret.is(presented) && !isPublic();
    }

    /** Whether this was the secret before it was rotated. */
    public boolean hadSecret(String presented) {
        return secret.was(presented);
    }

    /** A builder that starts from this client. */
    public Builder toBuilder() {
        Builder builder = new Builder(id);
        builder.secret = secret;
        builder.scopes = scopes;
        builder.grants = chosenGrants;
        builder.redirectUris.addAll(redirectUris);
        builder.authMethod = authMethod;
        builder.enabled = enabled;
        builder.secretExpires = secretExpires;
        builder.tenantId = tenantId;
        return builder;
    }

    /** This client with another secret; the present one becomes a former one. */
    public Client withRotatedSecret(String newSecret) {
        Builder builder = toBuilder().secret(newSecret);
        builder.secret = secret.rotated(newSecret);
        builder.secretExpires = Optional.empty();
        return builder.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Client client && client.parts().equals(parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(id, secret, scopes, chosenGrants, authMethod, enabled, secretExpires, tenantId, redirectUris);
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "Client[" + id + ", scopes " + (scopes.isEmpty() ? "none" : scopes) + ", grants " + grants() + ", "
                + authMethod + (enabled ? "" : ", disabled")
                + secretExpires.map(at -> ", secret expires " + at).orElse("")
                + tenantId.map(of -> ", tenant " + of).orElse("") + "]";
    }

    /** Builds a {@link Client}. Not safe for use by several threads. */
    public static final class Builder {
        private final String id;
        private Secret secret = Secret.NONE;
        private Scopes scopes = Scopes.ALL;
        private Optional<Set<GrantType>> grants = Optional.empty();
        private AuthMethod authMethod = AuthMethod.EITHER;
        private boolean enabled = true;
        private Optional<Instant> secretExpires = Optional.empty();
        private Optional<String> tenantId = Optional.empty();
        private final List<String> redirectUris = new ArrayList<>();

        private Builder(String id) {
            this.id = Credential.checkedId("a client", id);
        }

        /** Sets the secret; required of all but public clients. */
        public Builder secret(String value) {
            this.secret = secret.insteadOf(Credential.checkedSecret("client '" + id + "'", value));
            return this;
        }

        /** Sets the granted scopes: {@code "*"} for every scope, none for none. */
        public Builder scopes(String... values) {
            this.scopes = Scopes.of(values);
            return this;
        }

        /** Sets the granted scopes. */
        public Builder scopes(Scopes values) {
            this.scopes = values;
            return this;
        }

        /** Sets the enabled grants. */
        public Builder grants(GrantType... values) {
            return grants(List.of(values));
        }

        /** Sets the enabled grants. */
        public Builder grants(Collection<GrantType> values) {
            this.grants = Optional.of(new LinkedHashSet<>(values));
            return this;
        }

        /** Narrows how it may authenticate. */
        public Builder authMethod(AuthMethod value) {
            this.authMethod = value;
            return this;
        }

        /** Makes it a public client, which has no secret and proves with PKCE that a code is its own (RFC 7636). */
        public Builder publicClient() {
            return authMethod(AuthMethod.NONE);
        }

        /**
         * Adds addresses that the codes of its users may be sent to.
         *
         * @throws IllegalArgumentException if one is not absolute or has a fragment (RFC 6749 section 3.1.2)
         */
        public Builder redirectUris(String... values) {
            for (String value : values) {
                redirectUris.add(RedirectUri.checked(id, value));
            }
            return this;
        }

        /** Begins it as a disabled client. */
        public Builder disabled() {
            this.enabled = false;
            return this;
        }

        /** Lifts {@link #disabled()}. */
        public Builder enabled() {
            this.enabled = true;
            return this;
        }

        /** Sets from when on the secret is refused. */
        public Builder secretExpires(Instant at) {
            this.secretExpires = Optional.of(at);
            return this;
        }

        /** Makes it a client of that tenant, which is one of the configuration's. */
        public Builder tenantId(String id) {
            this.tenantId = Optional.of(id);
            return this;
        }

        /** Lifts {@link #secretExpires}. */
        public Builder secretNeverExpires() {
            this.secretExpires = Optional.empty();
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if no secret was given to a client that has to have one, or one was given to
         *     a public client
         */
        public Client build() {
            if (authMethod != AuthMethod.NONE) {
                return new Client(secret.current().isEmpty() ? secret("") : this);
            }
            if (grants.filter(chosen -> chosen.contains(GrantType.CLIENT_CREDENTIALS))
                    .isPresent()) {
                throw new IllegalArgumentException("client '" + id + "' is public and is to use client_credentials:"
                        + " RFC 6749 section 4.4 has it for clients with a secret only; leave the grant out");
            }
            if (!secret.current().isEmpty()) {
                throw new IllegalArgumentException("client '" + id + "' is public and has a secret: a public client is"
                        + " one that cannot keep one, so leave the secret out, or take another way to authenticate");
            }
            return new Client(this);
        }
    }
}
