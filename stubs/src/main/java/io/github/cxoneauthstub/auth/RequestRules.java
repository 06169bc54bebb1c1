package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.List;
import java.util.Set;

/** What the token endpoint demands of a request before it looks at who sent it. */
final class RequestRules {
    /** RFC 8707 section 2 and RFC 8693 section 2.1 let these two be repeated. */
    private static final Set<String> REPEATABLE = Set.of("resource", "audience");

    /** Advice for a dialect that ignores a body without the label. */
    static final String LABEL = "label it with Content-Type: application/x-www-form-urlencoded";

    private RequestRules() {}

    /** A request, whether its body is read as a form, and a reader for what it is when it is not. */
    record Arrival(ArrivedRequest request, boolean isRead, Json json) {}

    /** A request, and whether its endpoint reads forms, or JSON objects only. */
    record Coming(ArrivedRequest request, boolean readsForm) {
        private String method() {
            return request.method();
        }

        private List<String> secrets() {
            return secretsIn(request.queryParameters());
        }
    }

    /** RFC 6749 section 3.2. */
    static final Rule<Coming> POST = new Rule<>(
            Reason.METHOD_NOT_POST,
            "the method is POST",
            coming -> coming.method().equals("POST"),
            (coming, show) -> "the method was " + show.quoted(coming.method())
                    + (coming.secrets().isEmpty() ? "" : "; " + secretsInQuery(coming.request())),
            coming -> coming.readsForm()
                    ? "send a POST with the parameters as a form in the body"
                    : "send a POST with the parameters as the members of a JSON object in the body");

    /** RFC 6749 section 2.3.1: credentials are transmitted in the body and must not be in the URI. */
    static final Rule<Coming> QUERY_WITHOUT_SECRET = new Rule<>(
            Reason.SECRET_IN_QUERY,
            "no secret is in the query string",
            coming -> coming.secrets().isEmpty(),
            (coming, show) -> secretsInQuery(coming.request())
                    + (coming.request().body().length == 0 ? ", and the body is empty" : ""),
            coming -> "send the parameters in the body "
                    + (coming.readsForm()
                            ? "(with axios, post(url, new URLSearchParams({...})) instead of {params})"
                            : "(with axios, post(url, {...}) instead of {params})")
                    + ", and rotate the secret: URLs are logged");

    /** RFC 6749 section 4.4.2; a JSON body is the commonest mistake of a first client. */
    static final Rule<Arrival> FORM_BODY = new Rule<>(
            Reason.BODY_NOT_FORM,
            "the body is application/x-www-form-urlencoded",
            Arrival::isRead,
            RequestRules::labelAndBody,
            "send the same fields as a form: every token endpoint of OAuth 2.0 reads one");

    /** RFC 6749 appendix B. */
    static final Rule<Form> FORM_ENCODING = new Rule<>(
            Reason.FORM_UNREADABLE,
            "the form is percent-encoded UTF-8",
            form -> form.fault().isEmpty(),
            (form, show) -> form.fault().orElse(""),
            "encode each name and each value exactly once, with URLEncoder.encode(value, UTF_8) or a form builder: a %"
                    + " in a secret is sent as %25");

    /** RFC 6749 section 3.2: parameters must not be included more than once. */
    static final Rule<Form> PARAMETERS_ONCE = new Rule<>(
            Reason.PARAMETER_REPEATED,
            "no parameter is there twice",
            form -> repeated(form).isEmpty(),
            (form, show) -> "repeated: " + ParameterNames.shown(repeated(form)),
            "send each parameter once; a library that authenticates by itself often adds client_id a second time");

    static List<String> secretsIn(Form query) {
        return query.names().stream().filter(ParameterNames::isSecret).toList();
    }

    private static List<String> repeated(Form form) {
        return form.names().stream()
                .filter(name -> form.values(name).size() > 1 && !REPEATABLE.contains(name))
                .toList();
    }

    /** For a report of a request that fell at another rule, too: the secret has leaked whatever else is wrong. */
    static String secretsInQuery(ArrivedRequest request) {
        return "the query string has " + ParameterNames.shown(secretsIn(request.queryParameters()));
    }

    private static String labelAndBody(Arrival arrival, Redactor show) {
        String label = arrival.request()
                .value("Content-Type")
                .map(type -> "Content-Type: " + show.shown(type))
                .orElse("no Content-Type");
        return label + ", " + BodyShape.of(arrival.request().body(), arrival.json());
    }
}
