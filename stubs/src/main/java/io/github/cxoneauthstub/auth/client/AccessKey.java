package io.github.cxoneauthstub.auth.client;

import java.util.List;
import java.util.Optional;

/**
 * An access key: the id and the secret with which a back end asks for tokens in the name of a user. Those of CXone are
 * 52 characters of base32 and {@code ====}, which have to be encoded in a form. Immutable; a change is a new access
 * key.
 *
 * <pre>{@code
 * AccessKey.builder("KEYID====").secret("KEYSECRET====").user("agent@example.com").build()
 * }</pre>
 *
 * @since 0.1.0
 */
public final class AccessKey {
    private final String id;
    private final Secret secret;
    private final boolean active;
    private final String user;
    private final Scopes scopes;
    private final Optional<String> tenantId;

    private AccessKey(Builder builder) {
        this.id = builder.id;
        this.secret = builder.secret;
        this.active = builder.active;
        this.user = builder.user;
        this.scopes = builder.scopes;
        this.tenantId = builder.tenantId;
    }

    /**
     * Begins an access key of that id; its secret is still to be given.
     *
     * @throws IllegalArgumentException if the id is empty or has a control character
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** The {@code accessKeyId}. */
    public String id() {
        return id;
    }

    /** The {@code accessKeySecret} in clear, for the client under test. */
    public String secret() {
        return secret.current();
    }

    /** The secrets that were valid before the last rotations, newest first. */
    public List<String> formerSecrets() {
        return secret.former();
    }

    /** Whether it may be used at all; true unless said otherwise. */
    public boolean active() {
        return active;
    }

    /** The name of its user; the id unless said otherwise. */
    public String user() {
        return user;
    }

    /** The scopes of its user; {@link Scopes#ALL} unless said otherwise. */
    public Scopes scopes() {
        return scopes;
    }

    /** The tenant that its tokens tell of; empty for the first one of the configuration. */
    public Optional<String> tenantId() {
        return tenantId;
    }

    /** Whether this is the secret, found out in a time that does not depend on how much of it is right. */
    public boolean hasSecret(String presented) {
        return secret.is(presented);
    }

    /** A builder that starts from this access key. */
    public Builder toBuilder() {
        Builder builder = new Builder(id);
        builder.secret = secret;
        builder.active = active;
        builder.user = user;
        builder.scopes = scopes;
        builder.tenantId = tenantId;
        return builder;
    }

    /** This access key with another secret; the present one becomes a former one. */
    public AccessKey withRotatedSecret(String newSecret) {
        Builder builder = toBuilder().secret(newSecret);
        builder.secret = secret.rotated(newSecret);
        return builder.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessKey key
                && key.id.equals(id)
                && key.secret.equals(secret)
                && key.active == active
                && key.user.equals(user)
                && key.scopes.equals(scopes)
                && key.tenantId.equals(tenantId);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "AccessKey[" + id + ", user " + user + ", scopes " + (scopes.isEmpty() ? "none" : scopes)
                + (active ? "" : ", inactive")
                + tenantId.map(of -> ", tenant " + of).orElse("") + "]";
    }

    /** Builds an {@link AccessKey}. Not safe for use by several threads. */
    public static final class Builder {
        private final String id;
        private Secret secret = Secret.NONE;
        private boolean active = true;
        private String user;
        private Scopes scopes = Scopes.ALL;
        private Optional<String> tenantId = Optional.empty();

        private Builder(String id) {
            this.id = Credential.checkedId("an access key", id);
            this.user = id;
        }

        /**
         * Sets the secret; required.
         *
         * @throws IllegalArgumentException if it is empty or has a control character
         */
        public Builder secret(String value) {
            this.secret = secret.insteadOf(Credential.checkedSecret("access key '" + id + "'", value));
            return this;
        }

        /** Begins it as one that may not be used. */
        public Builder inactive() {
            this.active = false;
            return this;
        }

        /** Lifts {@link #inactive()}. */
        public Builder active() {
            this.active = true;
            return this;
        }

        /**
         * Sets the name of its user.
         *
         * @throws IllegalArgumentException if it is blank
         */
        public Builder user(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("the user of access key '" + id + "' is blank: give it a name, for"
                        + " example agent@example.com");
            }
            this.user = name;
            return this;
        }

        /** Sets the scopes of its user. */
        public Builder scopes(Scopes values) {
            this.scopes = values;
            return this;
        }

        /** Makes it one of that tenant, which is one of the configuration's. */
        public Builder tenantId(String tenant) {
            this.tenantId = Optional.of(tenant);
            return this;
        }

        /**
         * Returns the access key.
         *
         * @throws IllegalArgumentException if no secret was given
         */
        public AccessKey build() {
            return new AccessKey(secret.current().isEmpty() ? secret("") : this);
        }
    }
}
