package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.List;
import java.util.function.Supplier;

/** Serves a public JSON document to everybody, by GET and HEAD. */
final class DocumentEndpoint implements Endpoint {
    private final String what;
    private final String profile;
    private final Supplier<String> document;
    private final Answers answers;

    /** @param what the document's name for the exchanges */
    DocumentEndpoint(String what, String profile, Supplier<String> document, Answers answers) {
        this.what = what;
        this.profile = profile;
        this.document = document;
        this.answers = answers;
    }

    @Override
    public Exchange.Kind kind() {
        return Exchange.Kind.DOCUMENT;
    }

    @Override
    public String profile() {
        return profile;
    }

    @Override
    public Decision decide(ArrivedRequest request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return reads
                ? new Decision.Served(answers.text(200, document.get(), List.of()), what)
                : new Decision.Served(
                        answers.dated(new Answer(405, List.of(new Header("Allow", "GET, HEAD")), "")),
                        what + " is only read, by GET or HEAD");
    }
}
