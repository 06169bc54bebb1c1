package io.github.cxoneauthstub.samples.micronaut;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;

// region client
/** The users of CXone; Micronaut adds the token of the service. */
@Client(id = "cxone")
interface CxoneUsers {

    /** The user that the service acts for, as JSON. */
    @Get("/api/v2/users/me")
    String me();
}
// endregion
