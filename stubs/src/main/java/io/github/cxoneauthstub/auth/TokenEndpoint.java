package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Member;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Trait;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.List;
import java.util.Optional;

/**
 * Decides token requests in one dialect (RFC 6749 section 3.2), or those of the dialect's endpoints that take JSON and
 * know one grant only. Read {@link #decide} from top to bottom.
 */
final class TokenEndpoint implements Endpoint {
    private final Profile profile;
    private final Duty duty;
    private final List<Member> members;
    private final Common common;
    private final RequestReader reader;
    private final ClientAuthenticator authenticator;
    private final Grants grants;

    TokenEndpoint(Profile profile, Duty duty, Common common, ClientAuthenticator authenticator, Grants grants) {
        this.profile = profile;
        this.duty = duty;
        this.members = profile.issuance().answer(duty).value();
        this.common = common;
        this.reader = new RequestReader(common.json());
        this.authenticator = authenticator;
        this.grants = grants;
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(profile, duty);
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        Trail trail = common.trail(profile, arrived);
        try {
            TokenRequest request = reader.read(arrived, duty, trail);
            Optional<Client> client = client(request, trail);
            Grant grant = grants.decide(duty, request, client, trail);
            Issued issued =
                    common.issuer().issue(grant, profile, common.addresses().of(arrived));
            return new Decision.Issued(
                    issued.token(), grant.described(), common.answers().issued(issued.body(members)), trail.note());
        } catch (Trail.Fallen fallen) {
            return Rejections.of(fallen.explanation(), arrived, trail, common.answers());
        }
    }

    /** Who asks; empty where nobody has to say so. */
    private Optional<Client> client(TokenRequest request, Trail trail) {
        if (profile.has(Trait.CLIENT_BY_NAME)) {
            return Optional.of(authenticator.identify(request, trail));
        }
        return duty == Duty.TOKEN ? Optional.of(authenticator.authenticate(request, trail)) : Optional.empty();
    }
}
