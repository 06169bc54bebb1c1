package io.github.cxoneauthstub.samples.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The users of CXone. */
@ApplicationScoped
class CxoneUsers {
    private final CxoneApi cxone;

    CxoneUsers(@RestClient CxoneApi cxone) {
        this.cxone = cxone;
    }

    // region retry
    /** The user that the service acts for, as JSON. */
    String me() {
        try {
            return cxone.me();
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() != 401) {
                throw refused;
            }
            // the filter has thrown the token away: it may have been revoked
            return cxone.me();
        }
    }
    // endregion
}
