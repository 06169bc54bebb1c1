package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.ClientRules.Way;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.ClientStore;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.auth.request.Form;

/** Finds out which client asks (RFC 6749 section 2.3), demand by demand. */
final class ClientAuthenticator {
    private final ClientStore clients;
    private final VirtualTime time;

    ClientAuthenticator(ClientStore clients, VirtualTime time) {
        this.clients = clients;
        this.time = time;
    }

    /** Returns the client that asks, or ends the decision. */
    Client authenticate(TokenRequest request, Trail trail) {
        ClientAttempt attempt = new ClientAttempt(presented(request, trail), clients, time.now());
        trail.demand(ClientRules.CLIENT_REGISTERED, attempt);
        trail.comesFrom(attempt.client());
        trail.demand(ClientRules.REGISTERED_METHOD, attempt);
        trail.demand(ClientRules.SECRET_MATCHES, attempt);
        trail.demand(ClientRules.BASIC_FORM_ENCODED, attempt);
        trail.demand(ClientRules.SECRET_CURRENT, attempt);
        trail.demand(ClientRules.CLIENT_ENABLED, attempt);
        trail.note(attempt.describe());
        return attempt.client();
    }

    private static PresentedCredentials presented(TokenRequest request, Trail trail) {
        Way way = new Way(request, trail.profile().credentials());
        trail.demand(ClientRules.AUTHORIZATION_ONCE, request);
        trail.demand(ClientRules.AUTHORIZATION_BASIC, way);
        trail.demand(ClientRules.ONE_METHOD, way);
        trail.demand(ClientRules.BASIC_ACCEPTED, way);
        trail.demand(ClientRules.BODY_ACCEPTED, way);
        return request.basic().map(header -> inHeader(header, request, trail)).orElseGet(() -> inBody(way, trail));
    }

    private static PresentedCredentials inHeader(Authorization header, TokenRequest request, Trail trail) {
        BasicCredentials basic = BasicCredentials.read(header.credentials().strip());
        trail.demand(ClientRules.BASIC_ENCODING, basic);
        UserPass readable = (UserPass) basic;
        trail.demand(ClientRules.BASIC_TEXT, readable);
        trail.demand(ClientRules.ONE_CLIENT_ID, new ClientRules.BasicAndForm(readable, request.form()));
        return PresentedCredentials.inHeader(readable);
    }

    private static PresentedCredentials inBody(Way way, Trail trail) {
        trail.demand(ClientRules.CREDENTIALS_PRESENT, way);
        Form form = way.request().form();
        return PresentedCredentials.inBody(
                form.value("client_id").orElse(""), form.value("client_secret").orElse(""));
    }
}
