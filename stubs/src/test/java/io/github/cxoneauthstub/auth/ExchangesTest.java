package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** What a tester sees of the wire. */
class ExchangesTest {
    private final TestServer server = TestServer.withDefaults().diagnosing();
    private final Exchanges exchanges = server.view().exchanges();

    @Test
    void everyRequest_isThereInItsOrderWithItsVirtualTime() {
        server.answer(TestRequest.token(OAUTH));
        server.view().clock().advance(Duration.ofHours(25));
        server.answer(TestRequest.get("/users/me"));
        server.answer(TestRequest.get("/auth/jwks"));

        assertThat(exchanges).extracting(Exchange::number).containsExactly(1, 2, 3);
        assertThat(exchanges.all())
                .extracting(exchange ->
                        Duration.between(TestServer.NOW, exchange.at()).toHours())
                .containsExactly(0L, 25L, 25L);
        assertThat(exchanges.of(Kind.TOKEN)).extracting(Exchange::number).containsExactly(1);
        assertThat(exchanges.of(Kind.RESOURCE)).extracting(Exchange::number).containsExactly(2);
        assertThat(exchanges.rejected()).extracting(Exchange::number).containsExactly(2);
        assertThat(exchanges.last().kind()).isEqualTo(Kind.DOCUMENT);
    }

    @Test
    void timeline_isWhatAFailingTestShows() {
        server.answer(TestRequest.token(OAUTH).body("x=1"));

        assertThat(exchanges).hasToString("""
                what the CXone endpoint saw (profile OAUTH_TOKEN, 127.0.0.1:4711, virtual time 2026-11-21T10:15:30Z):
                #1 +0.000s POST /oauth/token  -> 400 invalid_request
                   rule      grant-type: the body has grant_type
                   seen      no grant_type in a form with an unknown name
                   advice    put grant_type=client_credentials into the body; no endpoint that knows several grants implies one
                   evidence  ASSUMED: RFC 6749 section 5.2; thread 003 names no status
                   found     grant-type-left-out: the form has an unknown name but no grant_type
                   again     curl -i -X POST "http://127.0.0.1:4711/oauth/token" -u "reporting:$CLIENT_SECRET" -H "Content-Type: application/x-www-form-urlencoded" --data-raw "$PARAMETER\"""");
        assertThat(exchanges.last()).hasToString("#1 POST /oauth/token -> 400 invalid_request");
    }

    @Test
    void lastOfNone_isRefusedWithTheAddress() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(exchanges::last)
                .withMessage("there is no last exchange: no request arrived at 127.0.0.1:4711");
    }

    @Test
    void clear_forgetsThemButCountsOn() {
        server.answer(TestRequest.token(OAUTH));

        exchanges.clear();

        assertThat(exchanges.all()).isEmpty();
        assertThat(exchanges.issuedTokens()).isZero();
        assertThat(server.exchange(TestRequest.token(OAUTH)).number()).isEqualTo(2);
    }

    @Test
    void sameRequestTwice_isFoundToRepeat() {
        Exchange first = server.exchange(TestRequest.token(OAUTH).body("x=1"));

        assertThat(server.exchange(TestRequest.token(OAUTH).body("x=1")).repeats(first))
                .isTrue();
        assertThat(server.exchange(TestRequest.token(OAUTH).body("x=2")).repeats(first))
                .isFalse();
    }

    @Test
    void tokenRequest_isToldHowItWasMade() {
        Exchange basic = server.exchange(TestRequest.token(OAUTH).basic("reporting", "wrong"));
        assertThat(basic.authMethod()).contains(AuthMethod.BASIC);
        assertThat(basic.isFormEncoded()).isTrue();
        assertThat(server.exchange(TestRequest.tokenByBody(OAUTH)).authMethod()).contains(AuthMethod.BODY);

        Exchange neither = server.exchange(
                TestRequest.tokenByBody(OAUTH).bearer("x1234567").body("grant_type=client_credentials"));
        assertThat(neither.authMethod()).isEmpty();
        assertThat(neither.isFormEncoded()).isTrue();

        Exchange unlabelled = server.exchange(TestRequest.tokenByBody(OAUTH).without("Content-Type"));
        assertThat(unlabelled.authMethod()).isEmpty();
        assertThat(unlabelled.isFormEncoded()).isFalse();
    }

    @Test
    void callOfAResource_isNoTokenRequestThoughItIsMadeLikeOne() {
        Exchange call = server.exchange(TestRequest.get("/users/me")
                .with("Content-Type", TestRequest.FORM)
                .basic("reporting", "wrong"));

        assertThat(call.kind()).isEqualTo(Kind.RESOURCE);
        assertThat(call.authMethod()).isEmpty();
        assertThat(call.isFormEncoded()).isFalse();
    }

    /** Of a request that was refused the body is looked through for secrets, too. */
    @Test
    void secretOfTheBodyOfARefusedRequest_isHiddenWhereverElseItStands() {
        TestRequest request = TestRequest.token(OAUTH).plus("password=pr1vate-w0rd&scope=pr1vate-w0rd");

        assertThat(server.exchange(request).explanation().map(Explanation::seen))
                .hasValueSatisfying(seen -> assertThat(seen).contains("hidden").doesNotContain("pr1vate"));
    }

    /** A client with every scope may have asked for it. */
    @Test
    void scopeOfTheTokenThatIsASecretOfTheRefusedCall_isNotShown() {
        server.view().clients().register(Client.of("all", "0therSecret"));
        String token = server.view()
                .tokens()
                .issue(Mint.forClient("all").scopes("x:read", "pr1vate-w0rd"))
                .value();

        Exchange refused = server.exchange(TestRequest.get("/users/me")
                .bearer(token)
                .with("Content-Type", TestRequest.FORM)
                .body("password=pr1vate-w0rd"));

        assertThat(refused.reason()).contains(Reason.SCOPE_INSUFFICIENT);
        assertThat(refused.scopes()).contains(Scopes.of("x:read"));
    }

    @Test
    void whatTheFrontRefused_isThereToo() {
        server.server().unreadable("", "", 400, "the request line is no request line");

        Exchange exchange = exchanges.last();
        assertThat(exchange.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(exchange.kind()).isEqualTo(Kind.OTHER);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.reason()).contains(Reason.HTTP_UNREADABLE);
        assertThat(exchange.profile()).isEqualTo("OAUTH_TOKEN");
        assertThat(exchange.explanation().map(Explanation::seen)).contains("the request line is no request line");
        assertThat(exchange.explanation().map(Explanation::evidence).map(Object::toString))
                .contains("ASSUMED: RFC 9112; no answer of CXone's gateway is public");
        assertThat(exchange).hasToString("#1 (unreadable) -> 400");
    }

    @Test
    void certificateThatWasWrongOnPurpose_isThereAsAMishap() {
        server.view().next().wrongCertificate(WrongCertificate.EXPIRED);

        assertThat(server.server().nextCertificate()).contains(WrongCertificate.EXPIRED);

        Exchange exchange = exchanges.last();
        assertThat(exchange.outcome()).isEqualTo(Outcome.DISRUPTED);
        assertThat(exchange.kind()).isEqualTo(Kind.OTHER);
        assertThat(exchange.note()).isEqualTo("the certificate is expired, as the test asked");
        assertThat(exchange).hasToString("#1 TLS handshake -> no answer");
        assertThat(server.server().nextCertificate()).isEmpty();
    }

    /** Two users of one application each need a token of their own. */
    @Test
    void tokensForTwoUsers_areToldApart() {
        TestServer two = TestServer.with(Configuration.builder()
                .client(Client.of("all", "h4rmless"))
                .accessKey(key("FIRST==="))
                .accessKey(key("SECOND=="))
                .build());

        Exchange first = two.exchange(login("FIRST==="));
        Exchange again = two.exchange(login("FIRST==="));
        Exchange second = two.exchange(login("SECOND=="));

        assertThat(second.outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(again.isOfSameUser(first)).isTrue();
        assertThat(second.isOfSameUser(first)).isFalse();
    }

    private static AccessKey key(String id) {
        return AccessKey.builder(id).secret("any-secret").build();
    }

    private static TestRequest login(String keyId) {
        return TestRequest.global()
                .basic("all", "h4rmless")
                .body("grant_type=password&username=" + keyId + "&password=any-secret");
    }

    @Test
    void oddMethodAndPath_areShownPrintable() {
        Reply.PassOn reply = (Reply.PassOn) server.server()
                .reply(TestRequest.get("/a\nb\u00e4?secret=1").method("BREW\t").arrived());
        reply.passage().answered(404, false);

        assertThat(exchanges.last()).hasToString("#1 BREW\\t /a\\nb\\u00E4 -> 404");
    }
}
