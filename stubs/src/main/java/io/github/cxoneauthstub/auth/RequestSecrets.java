package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what in a request is a secret by its place, so that it is hidden in every other place too. */
final class RequestSecrets {
    /** What a client only claims to be a secret is hidden elsewhere if it is long enough not to be an ordinary word. */
    private static final int SHORTEST_CLAIMED = 6;

    /** Each is looked for in all that is shown; of a request that claims more, nothing is. */
    static final int MOST_CLAIMED = 20;

    private RequestSecrets() {}

    /** A redactor of the registered secrets and of all that is one in the request. */
    static Redactor redactor(ArrivedRequest request, Collection<String> registered) {
        List<String> secrets = ofHead(request);
        secrets.addAll(NamedSecrets.in(request));
        addAll(Form.parse(request.body()), secrets);
        return redactor(secrets, registered);
    }

    /** The same of a request that is in order, of which its head alone is shown. */
    static Redactor redactorOfHead(ArrivedRequest request, Collection<String> registered) {
        return redactor(ofHead(request), registered);
    }

    private static Redactor redactor(List<String> claimed, Collection<String> registered) {
        Set<String> secrets = new LinkedHashSet<>(claimed);
        secrets.removeIf(secret -> secret.length() < SHORTEST_CLAIMED);
        if (secrets.size() > MOST_CLAIMED) {
            return Redactor.ofAll();
        }
        secrets.addAll(registered);
        return new Redactor(secrets);
    }

    private static List<String> ofHead(ArrivedRequest request) {
        List<String> secrets = new ArrayList<>();
        addAll(request.queryParameters(), secrets);
        request.values("Authorization").stream().map(Authorization::parse).forEach(header -> addAll(header, secrets));
        return secrets;
    }

    private static void addAll(Form form, List<String> secrets) {
        form.names().stream().filter(ParameterNames::isSecret).forEach(name -> secrets.addAll(form.values(name)));
    }

    private static void addAll(Authorization header, List<String> secrets) {
        secrets.add(header.credentials().strip());
        if (BasicCredentials.read(header.credentials().strip()) instanceof UserPass basic) {
            secrets.add(basic.password());
        }
    }
}
