package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Claim;
import io.github.cxoneauthstub.auth.token.RefreshToken;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a token request came to: for whom a token is to be issued, and what it opens.
 *
 * @param client who asked; empty where an access key was all that was asked for
 * @param key the access key whose user it is for; empty for the client itself
 * @param tenant whose resources it opens
 * @param scopes what it opens there
 * @param renewable whether a refresh token may come with it
 * @param renewed what it was asked for with, if that was a refresh token
 * @param own claims that only the tokens of this request have
 */
record Grant(
        Optional<Client> client,
        Optional<AccessKey> key,
        Tenant tenant,
        Scopes scopes,
        boolean renewable,
        Optional<Renewed> renewed,
        Map<Claim, String> own) {

    /** A refresh token as it was presented. */
    record Renewed(RefreshToken token, String value) {
        /** Everything but the value. */
        @Override
        public String toString() {
            return "Renewed[" + token.id() + "]";
        }
    }

    /** A client's own. */
    static Grant to(Client client, Tenant tenant, Scopes scopes) {
        return new Grant(Optional.of(client), Optional.empty(), tenant, scopes, false, Optional.empty(), Map.of());
    }

    /** Of a user, by an access key. */
    static Grant to(Optional<Client> client, AccessKey key, Tenant tenant, Scopes scopes) {
        return new Grant(client, Optional.of(key), tenant, scopes, true, Optional.empty(), Map.of());
    }

    Grant by(RefreshToken token, String value) {
        return new Grant(client, key, tenant, scopes, renewable, Optional.of(new Renewed(token, value)), own);
    }

    Grant with(Claim claim, String value) {
        Map<Claim, String> more = new EnumMap<>(Claim.class);
        more.putAll(own);
        more.put(claim, value);
        return new Grant(client, key, tenant, scopes, renewable, renewed, more);
    }

    /** The id of the client; where there is none, that of the access key. */
    String holder() {
        return client.map(Client::id).or(() -> key.map(AccessKey::id)).orElseThrow();
    }

    /** Who it is for, as the end of a sentence. */
    String described() {
        return client.isPresent() && key.isPresent()
                ? holder() + " for " + key.get().user()
                : holder();
    }
}
