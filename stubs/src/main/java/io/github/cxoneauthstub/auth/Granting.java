package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import java.util.Optional;

/** Decides one kind of grant (RFC 6749 section 4). */
@FunctionalInterface
interface Granting {

    /**
     * Returns for whom a token is to be issued, or ends the decision.
     *
     * @param client who asks; empty where no client has to say who it is
     */
    Grant grant(TokenRequest request, Optional<Client> client, Trail trail);
}
