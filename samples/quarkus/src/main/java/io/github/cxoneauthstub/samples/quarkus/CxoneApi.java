package io.github.cxoneauthstub.samples.quarkus;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

// region client
/** The CXone API; Quarkus adds the token of the service. */
@RegisterRestClient(configKey = "cxone")
@OidcClientFilter
interface CxoneApi {

    @GET
    @Path("/api/v2/users/me")
    String me();
}
// endregion
