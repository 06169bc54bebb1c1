package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.List;
import java.util.Optional;

/** A token request of which the body has been read. */
record TokenRequest(ArrivedRequest arrived, Form form, Json json) {

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
