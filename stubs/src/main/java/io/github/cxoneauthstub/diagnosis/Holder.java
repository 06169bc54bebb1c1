package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import java.util.List;

/**
 * Who an id and a secret are of: a registered client, or an access key.
 *
 * @param secret in clear; empty for a public client
 * @param formerSecrets those from before the last rotations, newest first
 */
record Holder(String id, String secret, List<String> formerSecrets) {
    static Holder of(Client client) {
        return new Holder(client.id(), client.isPublic() ? "" : client.secret(), client.formerSecrets());
    }

    static Holder of(AccessKey key) {
        return new Holder(key.id(), key.secret(), key.formerSecrets());
    }

    boolean hasSecret(String text) {
        return !secret.isEmpty() && secret.equals(text);
    }

    /** The id. */
    @Override
    public String toString() {
        return "Holder[" + id + "]";
    }
}
