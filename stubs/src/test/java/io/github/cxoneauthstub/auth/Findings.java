package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.exchange.Mistake.BASIC_OF_SOMETHING_ELSE;
import static io.github.cxoneauthstub.auth.exchange.Mistake.PLUS_AS_BLANK;

import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was found about the id, the secret and the Basic header of a request; and requests of a hostile secret. */
final class Findings {
    /** Nothing in it comes through unless it is encoded. */
    static final String HOSTILE = "s3cret+/=&%25";

    private static final Set<Mistake> ABOUT_CREDENTIALS = EnumSet.range(PLUS_AS_BLANK, BASIC_OF_SOMETHING_ELSE);

    private Findings() {}

    /** Each as {@code mistake: what was seen}. */
    static List<String> of(TestServer server, TestRequest request) {
        return server.exchange(request).findings().stream()
                .filter(finding -> ABOUT_CREDENTIALS.contains(finding.mistake()))
                .map(Finding::toString)
                .toList();
    }

    /** Id and secret in the form, as they are given. */
    static TestRequest form(String id, String secret) {
        return TestRequest.tokenByBody(TestServer.OAUTH)
                .body("grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret);
    }

    /** The same, properly encoded: what a client with a wrong value sends. */
    static TestRequest encoded(String id, String secret) {
        return form(FormEncoding.encode(id), FormEncoding.encode(secret));
    }

    static TestRequest basic(String id, String secret) {
        return TestRequest.token(TestServer.OAUTH).basic(id, secret);
    }

    static TestRequest basicValue(String value) {
        return TestRequest.token(TestServer.OAUTH).header("Authorization", "Basic " + value);
    }
}
