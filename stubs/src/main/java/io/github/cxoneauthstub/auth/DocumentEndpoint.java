package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Form;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.List;
import java.util.function.Function;

/** Serves a public JSON document to everybody, by GET and HEAD. */
final class DocumentEndpoint implements Endpoint {
    /** The methods of what is read. */
    static final String READING = "GET, HEAD";

    /** The methods of what may be asked for by a form, too. */
    static final String OR_FORM = "GET, HEAD, POST";

    private final String what;
    private final Profile profile;
    private final Function<ArrivedRequest, String> document;
    private final Answers answers;

    /** @param what the document's name for the exchanges */
    DocumentEndpoint(String what, Profile profile, Function<ArrivedRequest, String> document, Answers answers) {
        this.what = what;
        this.profile = profile;
        this.document = document;
        this.answers = answers;
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(Kind.DOCUMENT, profile);
    }

    @Override
    public Decision decide(ArrivedRequest request) {
        return reads(request)
                ? new Decision.Served(answers.text(200, document.apply(request), List.of()), what)
                : otherMethod(what, READING, answers);
    }

    /** Whether a request has its parameters in a form, where a query would do. */
    static boolean isPostedForm(ArrivedRequest request) {
        return request.method().equals("POST") && request.isForm();
    }

    /** The parameters of a request by GET, or of a form. */
    static Form parameters(ArrivedRequest request) {
        return isPostedForm(request) ? Form.parse(request.body()) : request.queryParameters();
    }

    /** Whether a request asks for a document and changes nothing. */
    static boolean reads(ArrivedRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    /** What becomes of a request by another method (RFC 9110 section 15.5.6). */
    static Decision otherMethod(String what, String allowed, Answers answers) {
        return new Decision.Refused(
                answers.bare(405, List.of(new Header("Allow", allowed))),
                new Explanation(
                        Reason.PATH_UNKNOWN,
                        "the method is one that is served at this path",
                        "the " + what + ", asked for by another method than " + allowed
                                + (allowed.equals(OR_FORM) ? ", or by POST without the label of a form" : ""),
                        "read it with GET",
                        Evidence.assumed("RFC 9110 section 15.5.6")));
    }
}
