package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.ClientRules.Way;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Trait;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.Optional;

/** Finds out which client asks (RFC 6749 section 2.3), demand by demand. */
final class ClientAuthenticator {
    private final Simulation simulation;
    private final RefreshTokenValues refreshTokens;

    ClientAuthenticator(Simulation simulation) {
        this.simulation = simulation;
        this.refreshTokens = new RefreshTokenValues(simulation);
    }

    /** Returns the client that asks, a public one by its id alone, or ends the decision. */
    Client authenticate(TokenRequest request, Trail trail) {
        Optional<String> publicId = trail.profile().has(Trait.PUBLIC_CLIENTS) ? publicId(request) : Optional.empty();
        return authenticate(request, publicId, trail);
    }

    /** Returns the client that asks and proves it with its secret, or ends the decision. */
    Client prove(TokenRequest request, Trail trail) {
        return authenticate(request, Optional.empty(), trail);
    }

    private Client authenticate(TokenRequest request, Optional<String> publicId, Trail trail) {
        ClientAttempt attempt = attempt(presented(request, publicId, trail), request, trail);
        trail.demand(ClientRules.CLIENT_REGISTERED, attempt);
        trail.comesFrom(attempt.client());
        trail.demand(ClientRules.REGISTERED_METHOD, attempt);
        if (attempt.presented().way() != AuthMethod.NONE) {
            trail.demand(ClientRules.SECRET_MATCHES, attempt);
            trail.demand(ClientRules.BASIC_FORM_ENCODED, attempt);
            if (attempt.secretMatchesItself()) {
                trail.demand(ClientRules.SECRET_CURRENT, attempt);
            }
        }
        trail.demand(ClientRules.CLIENT_ENABLED, attempt);
        attempt.businessUnit().ifPresent(trail::comesFromUnit);
        trail.note(attempt.describe());
        return attempt.client();
    }

    /** Returns the client that the header names and that proves nothing, or ends the decision. */
    Client identify(TokenRequest request, Trail trail) {
        Way way = new Way(request, AuthMethod.NONE, false);
        trail.demand(ClientRules.AUTHORIZATION_ONCE, request);
        trail.demand(ClientRules.AUTHORIZATION_BASIC, way);
        trail.demand(ClientRules.CREDENTIALS_PRESENT, way);
        String credentials = request.basic().orElseThrow().credentials();
        ApplicationName name = ApplicationName.read(credentials);
        trail.demand(ClientRules.APPLICATION, name);
        ClientAttempt attempt = attempt(PresentedCredentials.byName(name.id().orElseThrow()), request, trail);
        trail.demand(ClientRules.CLIENT_REGISTERED, attempt);
        trail.comesFrom(attempt.client());
        trail.demand(ClientRules.CLIENT_ENABLED, attempt);
        trail.note(attempt.describe());
        return attempt.client();
    }

    private ClientAttempt attempt(PresentedCredentials presented, TokenRequest request, Trail trail) {
        trail.asksAs(presented.id());
        return new ClientAttempt(
                presented, simulation.clients(), simulation.time().now(), businessUnits(request, trail));
    }

    /** Whether the grant asked for is served at all is asked later: only one of them is the client's own. */
    private BusinessUnits businessUnits(TokenRequest request, Trail trail) {
        if (!trail.profile().has(Trait.BUSINESS_UNIT_AS_SECRET)) {
            return BusinessUnits.NONE;
        }
        boolean clientsOwn = request.grantType()
                .filter(GrantType.CLIENT_CREDENTIALS.parameter()::equals)
                .isPresent();
        return new BusinessUnits(simulation.configuration().tenants(), !clientsOwn);
    }

    private PresentedCredentials presented(TokenRequest request, Optional<String> publicId, Trail trail) {
        Way way = new Way(request, trail.profile().credentials(), publicId.isPresent());
        trail.demand(ClientRules.AUTHORIZATION_ONCE, request);
        trail.demand(ClientRules.AUTHORIZATION_BASIC, way);
        trail.demand(ClientRules.ONE_METHOD, way);
        trail.demand(ClientRules.BASIC_ACCEPTED, way);
        trail.demand(ClientRules.BODY_ACCEPTED, way);
        if (request.basic().isPresent()) {
            return inHeader(request.basic().get(), request, trail);
        }
        return publicId.map(PresentedCredentials::byName).orElseGet(() -> inBody(way, trail));
    }

    /** The id of a public client, which sends it alone; NICE's browser SDK sends not even that to renew a token. */
    private Optional<String> publicId(TokenRequest request) {
        if (request.basic().isPresent() || request.hasBodyCredentials()) {
            return Optional.empty();
        }
        return request.form()
                .value("client_id")
                .or(() -> request.form()
                        .value("refresh_token")
                        .flatMap(refreshTokens::find)
                        .map(entry -> entry.thing().clientId()))
                .filter(id ->
                        simulation.clients().find(id).filter(Client::isPublic).isPresent());
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
