package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds what in a request is a secret by its place, so that it is hidden in every other place too. */
final class RequestSecrets {
    private static final List<String> PARAMETERS = List.of(
            "client_secret",
            "client_assertion",
            "password",
            "refresh_token",
            "access_token",
            "subject_token",
            "assertion",
            "code",
            "code_verifier",
            "token");

    private RequestSecrets() {}

    /** A redactor of these secrets and of those in the request. */
    static Redactor redactor(ArrivedRequest request, Collection<String> registered) {
        List<String> secrets = new ArrayList<>(registered);
        for (Form form : List.of(Form.parse(request.body()), request.queryParameters())) {
            PARAMETERS.forEach(name -> secrets.addAll(form.values(name)));
        }
        request.values("Authorization").stream().map(Authorization::parse).forEach(header -> addAll(header, secrets));
        return new Redactor(secrets);
    }

    private static void addAll(Authorization header, List<String> secrets) {
        secrets.add(header.credentials().strip());
        if (BasicCredentials.read(header.credentials()) instanceof UserPass basic) {
            secrets.add(basic.password());
        }
    }
}
