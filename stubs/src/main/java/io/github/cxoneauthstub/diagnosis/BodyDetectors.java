package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.List;
import java.util.Optional;

/** What the body of a token request is, and what it is said to be. */
final class BodyDetectors {
    private BodyDetectors() {}

    private static final Detector JSON_BODY = Detector.of(
                    Mistake.JSON_BODY,
                    decided -> isToken(decided)
                                    && decided.jsonObject().isPresent()
                                    && !decided.request().isForm()
                            ? Optional.of("the body is a JSON object")
                            : Optional.empty(),
                    "send the same fields as a form: every token endpoint of OAuth 2.0 reads one (RFC 6749 section 4.4.2)",
                    Evidence.claimed("forum threads 001, 002 and 003; RFC 6749 section 4.4.2"))
            .in(
                    Library.JAVA,
                    "BodyPublishers.ofString(\"grant_type=client_credentials\") and .header(\"Content-Type\","
                            + " \"application/x-www-form-urlencoded\")")
            .in(Library.AXIOS, "axios.post(url, new URLSearchParams({grant_type: 'client_credentials'}))")
            .in(Library.REQUESTS, "requests.post(url, data={'grant_type': 'client_credentials'})")
            .in(Library.CURL, "curl -d grant_type=client_credentials");

    static final List<Detector> ALL = List.of(JSON_BODY);

    private static boolean isToken(Case decided) {
        return decided.kind() == Kind.TOKEN;
    }
}
