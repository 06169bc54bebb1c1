package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.List;
import java.util.Optional;

/**
 * A token request of which the body has been read.
 *
 * @param arrived as it arrived
 * @param form its parameters, whether they came as a form or as a JSON object
 * @param isRead whether the body was one that this endpoint reads; one that it ignores has no parameters
 * @param json tells what a body is
 */
record TokenRequest(ArrivedRequest arrived, Form form, boolean isRead, Json json) {

    /** What the body is, told without its content. */
    String shape() {
        return BodyShape.of(arrived.body(), json);
    }

    List<String> authorizations() {
        return arrived.values("Authorization");
    }

    Optional<Authorization> authorization() {
        return authorizations().stream().findFirst().map(Authorization::parse);
    }

    /** The Authorization header if it is of the scheme Basic. */
    Optional<Authorization> basic() {
        return authorization().filter(header -> header.is("Basic"));
    }

    boolean hasBodyCredentials() {
        return form.has("client_secret");
    }

    Optional<String> grantType() {
        return form.value("grant_type");
    }
}
