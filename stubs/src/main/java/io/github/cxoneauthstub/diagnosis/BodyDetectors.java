package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.profile.BodyFormat.FORM;
import static io.github.cxoneauthstub.auth.profile.BodyFormat.JSON;
import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.auth.profile.Evidence.documented;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.diagnosis.Seen.atGrants;
import static io.github.cxoneauthstub.diagnosis.Seen.count;
import static io.github.cxoneauthstub.diagnosis.Seen.when;
import static io.github.cxoneauthstub.diagnosis.Seen.where;
import static io.github.cxoneauthstub.diagnosis.Seen.whereOnly;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.BodyFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the body of a token request is, and what it is said to be. */
final class BodyDetectors {
    private BodyDetectors() {}

    private static final String FORM_LABEL = "application/x-www-form-urlencoded";
    private static final String JSON_LABEL = ".header(\"Content-Type\", \"application/json\")";
    private static final String CURL_JSON = "curl -H 'Content-Type: application/json' -d \"$JSON\" \"$TOKEN_URL\"";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Detector JSON_BODY = Detector.of(
                    Mistake.JSON_BODY,
                    whereOnly(
                            FORM,
                            JSON,
                            decided -> when(
                                    BodyText.isJson(decided)
                                            && !decided.request().isForm(),
                                    () -> BodyText.json(decided) + ", " + label(decided))),
                    "send the same fields as a form: every token endpoint of OAuth 2.0 reads one",
                    claimed("forum threads 001, 002 and 003; RFC 6749 section 4.4.2 demands a form"))
            .in(
                    Library.JAVA,
                    ".header(\"Content-Type\", \"" + FORM_LABEL
                            + "\").POST(BodyPublishers.ofString(\"grant_type=client_credentials\"))")
            .in(Library.AXIOS, "axios.post(url, new URLSearchParams({grant_type: 'client_credentials'}))")
            .in(Library.REQUESTS, "requests.post(url, data={'grant_type': 'client_credentials'})")
            .in(Library.CURL, "curl -d grant_type=client_credentials \"$TOKEN_URL\"");

    private static final Detector JSON_LABELLED_AS_FORM = Detector.of(
                    Mistake.JSON_LABELLED_AS_FORM,
                    where(
                            FORM,
                            decided -> when(
                                    BodyText.isJson(decided)
                                            && decided.request().isForm(),
                                    () -> BodyText.json(decided) + ", labelled as a form")),
                    "write the fields as a form: the header alone does not turn an object into one",
                    claimed("forum thread 9722: curl works, axios with the header and an object fails"))
            .in(Library.AXIOS, "axios.post(url, new URLSearchParams({grant_type: 'client_credentials'}))")
            .in(
                    Library.FETCH,
                    "fetch(url, {method: 'POST', body: new URLSearchParams({grant_type: 'client_credentials'})})")
            .in(Library.REQUESTS, "requests.post(url, data=fields) # not data=json.dumps(fields)");

    private static final Detector FORM_LABELLED_AS_JSON = Detector.of(
                    Mistake.FORM_LABELLED_AS_JSON,
                    where(
                            FORM,
                            decided -> when(
                                    BodyText.isLabelledAsJson(decided)
                                            && (BodyText.isForm(decided) || BodyText.isFormInQuotes(decided))
                                            && isToBlame(decided),
                                    () -> BodyText.form(decided) + ", " + label(decided))),
                    "label a form as a form: Content-Type: " + FORM_LABEL,
                    observed("the vendor's own browser SDK sends this to /auth/token; at the paths of the forum threads"
                            + " it is refused"))
            .evenIfAccepted()
            .in(Library.JAVA, ".header(\"Content-Type\", \"" + FORM_LABEL + "\")")
            .in(
                    Library.AXIOS,
                    "axios.post(url, new URLSearchParams(fields)) // no Content-Type: axios sets the right one")
            .in(Library.REQUESTS, "requests.post(url, data=fields) # no Content-Type of your own");

    private static final Detector FORM_NOT_LABELLED = Detector.of(
                    Mistake.FORM_NOT_LABELLED,
                    where(
                            FORM,
                            decided -> when(
                                    !decided.request().isForm()
                                            && !BodyText.isLabelledAsJson(decided)
                                            && (BodyText.isForm(decided) || BodyText.isMultipart(decided)),
                                    () -> BodyText.form(decided) + ", " + label(decided))),
                    "send the fields joined by & and label them with Content-Type: " + FORM_LABEL,
                    claimed("thread 002: without the form content type the body is ignored"))
            .in(Library.JAVA, ".header(\"Content-Type\", \"" + FORM_LABEL + "\") // HttpClient sets none by itself")
            .in(
                    Library.FETCH,
                    "fetch(url, {method: 'POST', body: new URLSearchParams(fields)}) // no string, no FormData")
            .in(Library.CURL, "curl -d grant_type=client_credentials \"$TOKEN_URL\" # not -F");

    private static final Detector FORM_FOR_JSON = Detector.of(
                    Mistake.FORM_FOR_JSON,
                    whereOnly(
                            JSON,
                            FORM,
                            decided -> when(
                                    BodyText.isFormOfAny(decided),
                                    () -> "a form with "
                                            + decided.names(decided.form().names()) + ", " + label(decided))),
                    "send one JSON object labelled application/json: this endpoint reads no form",
                    documented("the vendor's user hub pages and its browser SDK: these endpoints are sent JSON"))
            .in(Library.JAVA, JSON_LABEL + ".POST(BodyPublishers.ofString(json))")
            .in(Library.AXIOS, "axios.post(url, fields) // an object, no URLSearchParams")
            .in(Library.REQUESTS, "requests.post(url, json=fields) # not data=fields")
            .in(Library.CURL, CURL_JSON);

    private static final Detector JSON_NOT_LABELLED = Detector.of(
                    Mistake.JSON_NOT_LABELLED,
                    where(
                            JSON,
                            decided -> when(
                                    decided.jsonObject().isPresent()
                                            && !decided.request().isJson()
                                            && !(decided.reads(FORM)
                                                    && decided.request().isForm()),
                                    () -> BodyText.json(decided) + ", " + label(decided))),
                    "label it with Content-Type: application/json; curl -d, for one, says that it is a form",
                    assumed("RFC 8259 section 11; no document tells what a body without the label gets"))
            .in(Library.JAVA, JSON_LABEL + " // HttpClient sets none by itself")
            .in(Library.FETCH, "fetch(url, {method: 'POST', headers: {'Content-Type': 'application/json'}, body})")
            .in(Library.REQUESTS, "requests.post(url, json=fields) # not data=json.dumps(fields)")
            .in(Library.CURL, CURL_JSON);

    private static final Detector BODY_ENCODED_AS_A_WHOLE = Detector.of(
                    Mistake.BODY_ENCODED_AS_A_WHOLE,
                    atGrants(decided -> when(
                            BodyText.isEncodedAsAWhole(decided),
                            () -> "the = behind grant_type arrived as an escape, so that the whole body of "
                                    + count(decided.request().body().length, "byte") + " is one name")),
                    "encode each value by itself, and leave = and & as they are",
                    claimed("forum thread 16485"))
            .in(Library.JAVA, "\"grant_type=client_credentials&client_secret=\" + URLEncoder.encode(secret, UTF_8)")
            .in(Library.REQUESTS, "requests.post(url, data=fields) # a dict: it is encoded as it must be")
            .in(
                    Library.CURL,
                    "curl -d grant_type=client_credentials -d client_id=\"$CLIENT_ID\" --data-urlencode \"client_secret=$CLIENT_SECRET\" \"$TOKEN_URL\"");

    private static final Detector BODY_IN_QUERY = Detector.of(
                    Mistake.BODY_IN_QUERY,
                    atGrants(decided -> when(
                            isPost(decided)
                                    && decided.query().has("grant_type")
                                    && !decided.form().has("grant_type")
                                    && !BodyText.isJson(decided),
                            () -> "grant_type is in the query, "
                                    + (decided.text().isBlank() ? "and the body is empty" : "not in the body"))),
                    "send the parameters as the body; the query is not read",
                    claimed("thread 004: its wrapper posts null and hands the fields over as params"))
            .in(
                    Library.AXIOS,
                    "axios.post(url, new URLSearchParams(fields)) // not axios.post(url, null, {params: fields})")
            .in(Library.REQUESTS, "requests.post(url, data=fields) # not params=fields")
            .in(Library.SPRING, ".uri(url).contentType(MediaType.APPLICATION_FORM_URLENCODED).body(fields)");

    private static final Detector CREDENTIALS_IN_QUERY = Detector.of(
                    Mistake.CREDENTIALS_IN_QUERY,
                    decided -> when(
                            hasCredentialsInQuery(decided),
                            () -> "the query has "
                                    + decided.names(decided.query().names())
                                    + ": every access log and proxy on the way keeps it"),
                    "send the credentials in the body or in a Basic header, and have the secret rotated",
                    claimed("thread 004: its wrapper does; RFC 6749 section 2.3.1 forbids it"))
            .evenIfAccepted()
            .in(Library.AXIOS, "axios.post(url, new URLSearchParams(fields)) // not {params: fields}")
            .in(Library.REQUESTS, "requests.post(url, data=fields, auth=(client_id, client_secret))");

    private static final Detector GRANT_TYPE_LEFT_OUT = Detector.of(
            Mistake.GRANT_TYPE_LEFT_OUT,
            atGrants(decided -> when(isGrantTypeLeftOut(decided), () -> BodyText.withoutGrantType(decided))),
            "put grant_type=client_credentials into the body; no endpoint that knows several grants implies one",
            claimed("thread 003: it is required in the body, not just implied by the endpoint"));

    private static final Detector GET_FOR_A_TOKEN = Detector.of(
                    Mistake.GET_FOR_A_TOKEN,
                    atGrants(decided -> when(
                            !isPost(decided) && !isPreflight(decided),
                            () -> "the method was "
                                    + method(decided)
                                    + (decided.request().method().equalsIgnoreCase("post")
                                            ? ", and methods are written in capitals"
                                            : ""))),
                    "send a POST; a redirect that the client followed may have turned it into a GET",
                    assumed("RFC 6749 section 3.2"))
            .in(Library.CURL, "curl -d grant_type=client_credentials \"$TOKEN_URL\" # without -G and -X GET")
            .in(Library.FETCH, "fetch(url, {method: 'POST', body})")
            .in(Library.JAVA, ".POST(BodyPublishers.ofString(form))");

    static final List<Detector> ALL = List.of(
            JSON_BODY,
            JSON_LABELLED_AS_FORM,
            FORM_LABELLED_AS_JSON,
            FORM_NOT_LABELLED,
            FORM_FOR_JSON,
            JSON_NOT_LABELLED,
            BODY_ENCODED_AS_A_WHOLE,
            BODY_IN_QUERY,
            CREDENTIALS_IN_QUERY,
            GRANT_TYPE_LEFT_OUT,
            GET_FOR_A_TOKEN);

    /** An API may have a code or a password of its own in its query; a client's secret is nobody else's. */
    private static boolean hasCredentialsInQuery(Case decided) {
        return decided.kind() == Kind.TOKEN
                ? decided.secretsInQuery().stream().anyMatch(name -> !TokenDetectors.isNameOfToken(name))
                : decided.query().names().stream()
                        .anyMatch(name -> isClientSecret(name)
                                || isRegistered(decided.query().values(name), decided));
    }

    private static boolean isClientSecret(String name) {
        return name.replace("_", "").replace("-", "").equalsIgnoreCase("clientsecret");
    }

    private static boolean isRegistered(List<String> values, Case decided) {
        return decided.clients().stream().anyMatch(client -> values.stream().anyMatch(client::hasSecret));
    }

    private static String label(Case decided) {
        Optional<String> type = decided.request().value("Content-Type");
        return type.map(sent -> "labelled " + decided.show().shown(sent)).orElse("without a Content-Type");
    }

    /** Any other word may be one that was sent by a client that is broken. */
    private static String method(Case decided) {
        String method = decided.request().method();
        return METHODS.contains(method.toUpperCase(Locale.ROOT))
                ? method
                : "no common one, but a word of " + count(method.length(), "character");
    }

    private static boolean isPost(Case decided) {
        return decided.request().method().equals("POST");
    }

    /** A browser asks first whether it may; that is no request for a token yet. */
    private static boolean isPreflight(Case decided) {
        return decided.request().method().equals("OPTIONS")
                && decided.request().value("Access-Control-Request-Method").isPresent();
    }

    /** Where it is taken, what is refused is refused for something else. */
    private static boolean isToBlame(Case decided) {
        return decided.reason().isEmpty() || !decided.reads(BodyFormat.FORM_LABELLED_JSON);
    }

    private static boolean isGrantTypeLeftOut(Case decided) {
        if (decided.reads(JSON) && decided.jsonObject().isPresent()) {
            return decided.jsonObject()
                    .flatMap(object -> object.find("grant_type"))
                    .isEmpty();
        }
        boolean readable = decided.request().isForm() || decided.text().isBlank();
        return isPost(decided)
                && readable
                && !decided.form().has("grant_type")
                && !decided.query().has("grant_type")
                && decided.request().body().length == decided.text().length()
                && !BodyText.isJson(decided)
                && !BodyText.isEncodedAsAWhole(decided);
    }
}
