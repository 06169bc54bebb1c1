package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.diagnosis.Library.AXIOS;
import static io.github.cxoneauthstub.diagnosis.Library.CURL;
import static io.github.cxoneauthstub.diagnosis.Library.FETCH;
import static io.github.cxoneauthstub.diagnosis.Library.JAVA;
import static io.github.cxoneauthstub.diagnosis.Library.REQUESTS;

import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.List;

/** How the value of a Basic header was made, where the endpoint takes one. */
final class BasicDetectors {
    private BasicDetectors() {}

    private static final Detector BASIC_OF_PYTHON_BYTES = Detector.of(
                    Mistake.BASIC_OF_PYTHON_BYTES,
                    BasicShapes::pythonBytes,
                    "turn the bytes into text with decode(), or let the library make the header",
                    Evidence.claimed("forum thread 002"))
            .in(REQUESTS, "requests.post(url, auth=(client_id, client_secret), data=form)");

    private static final Detector BASIC_WRAPPED = Detector.of(
                    Mistake.BASIC_WRAPPED,
                    BasicShapes::wrapped,
                    "use an encoder that does not break lines; those for mail do, after 76 characters, and Ruby's after 60",
                    Evidence.observed("a Ruby sample of the vendor, which has an encoder for mail make the header"))
            .in(JAVA, "Base64.getEncoder() // not getMimeEncoder()")
            .in(CURL, "printf '%s' \"$CLIENT_ID:$CLIENT_SECRET\" | base64 | tr -d '\\n'");

    private static final Detector BASIC_URL_SAFE = Detector.of(
                    Mistake.BASIC_URL_SAFE,
                    BasicShapes::urlSafe,
                    "use the standard alphabet of base64, with + and /",
                    Evidence.assumed("RFC 7617 section 2 and RFC 4648 section 4; lenient servers take both alphabets"))
            .in(JAVA, "Base64.getEncoder() // not getUrlEncoder()")
            .in(FETCH, "Buffer.from(pair).toString('base64') // not 'base64url'")
            .in(REQUESTS, "import base64; base64.b64encode(pair).decode() # not urlsafe_b64encode");

    private static final Detector BASIC_UNPADDED = Detector.of(
                    Mistake.BASIC_UNPADDED,
                    BasicShapes::unpadded,
                    "keep the = at the end of the base64 text",
                    Evidence.documented(
                            "a reseller's article on the token endpoint demands the padding; RFC 4648 section 4"))
            .in(JAVA, "Base64.getEncoder() // without withoutPadding()");

    private static final Detector BASIC_TWICE = Detector.of(
                    Mistake.BASIC_TWICE,
                    BasicShapes::twice,
                    "encode once: leave to the library what it does by itself, the base64 and the word Basic",
                    Evidence.observed("public client code that is configured with a finished header"))
            .in(AXIOS, "axios.post(url, form, {auth: {username: clientId, password: clientSecret}})")
            .in(REQUESTS, "requests.post(url, auth=(client_id, client_secret), data=form)");

    private static final Detector BASIC_NOT_ENCODED = Detector.of(
                    Mistake.BASIC_NOT_ENCODED,
                    BasicShapes::notEncoded,
                    "put id:secret into base64, or let the library do it",
                    Evidence.assumed("RFC 7617 section 2; nobody tells of a real case"))
            .in(JAVA, "\"Basic \" + Base64.getEncoder().encodeToString((id + ':' + secret).getBytes(UTF_8))")
            .in(FETCH, "'Basic ' + Buffer.from(id + ':' + secret).toString('base64')")
            .in(CURL, "curl -u \"$CLIENT_ID:$CLIENT_SECRET\" -d grant_type=client_credentials \"$TOKEN_URL\"");

    private static final Detector BASIC_LEFT_OUT = Detector.of(
                    Mistake.BASIC_LEFT_OUT,
                    BasicShapes::leftOut,
                    "write the word Basic and a blank before the base64 text",
                    Evidence.assumed("RFC 7617 section 2; nobody tells of a real case"))
            .in(JAVA, ".header(\"Authorization\", \"Basic \" + base64)")
            .in(FETCH, "fetch(url, {method: 'POST', headers: {Authorization: `Basic ${base64}`}, body})");

    private static final Detector BASIC_OF_SOMETHING_ELSE = Detector.of(
                    Mistake.BASIC_OF_SOMETHING_ELSE,
                    BasicShapes::somethingElse,
                    "put id, colon and secret into base64 as UTF-8 text, nothing else; decode the header once to see it",
                    Evidence.claimed("forum thread 15385, whose header is that of a URL"))
            .in(JAVA, "(id + ':' + secret).getBytes(UTF_8)")
            .in(CURL, "printf '%s' \"$CLIENT_ID:$CLIENT_SECRET\" | base64 | tr -d '\\n'");

    static final List<Detector> ALL = List.of(
            BASIC_OF_PYTHON_BYTES,
            BASIC_WRAPPED,
            BASIC_URL_SAFE,
            BASIC_UNPADDED,
            BASIC_TWICE,
            BASIC_NOT_ENCODED,
            BASIC_LEFT_OUT,
            BASIC_OF_SOMETHING_ELSE);
}
