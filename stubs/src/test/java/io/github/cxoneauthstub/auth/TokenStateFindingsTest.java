package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.exchange.Mistake.ACCEPT_LEFT_OUT;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_KEPT_OVER;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_OF_ANOTHER_ENVIRONMENT;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_OUTLIVED;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_WITHDRAWN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.diagnosis.NearMissOf;
import io.github.cxoneauthstub.diagnosis.Shows;
import io.github.cxoneauthstub.jose.Rs256Signer;
import io.github.cxoneauthstub.json.JacksonJson;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about a token that is well-formed, and about a call that is let through. */
class TokenStateFindingsTest implements FindingsFrame {
    private final TestServer server = TestServer.withDefaults().diagnosing();
    private TestServer asked = server;

    @Override
    public TestServer server() {
        return asked;
    }

    @Test
    @Shows(TOKEN_OUTLIVED)
    @NearMissOf(TOKEN_WITHDRAWN)
    void tokenUsedAfterItsEnd_isToldByHowMuch() {
        AccessToken token = token();

        server.view().clock().set(token.expiresAt().plusSeconds(7));
        assertThat(seen(TOKEN_OUTLIVED, token.value()))
                .contains(
                        "used 7 s after its end; it was good for 86400 s, which expires_in had told, and a margin of a"
                                + " minute would have been enough");
        server.view().clock().set(token.expiresAt().plusSeconds(60));
        assertThat(seen(TOKEN_OUTLIVED, token.value()))
                .contains("used 60 s after its end; it was good for 86400 s, which expires_in had told");
    }

    @Test
    void goodToken_isNoMistake() {
        String token = token().value();

        assertThat(seen(TOKEN_OUTLIVED, token)).isEmpty();
        assertThat(seen(TOKEN_WITHDRAWN, token)).isEmpty();
        assertThat(seen(TOKEN_KEPT_OVER, token)).isEmpty();
        assertThat(seen(TOKEN_OF_ANOTHER_ENVIRONMENT, token)).isEmpty();
    }

    @Test
    @Shows(TOKEN_WITHDRAWN)
    @NearMissOf(TOKEN_OUTLIVED)
    void revokedToken_isToldByWhatAndHowLongBeforeItsEnd() {
        AccessToken token = token();
        server.view().clock().advance(Duration.ofHours(1));
        server.view().clients().withdrawScope(ID, "user:read");

        assertThat(seen(TOKEN_WITHDRAWN, token.value()))
                .contains("a token of reporting; it was revoked because the scope user:read was withdrawn;"
                        + " 82800 s of its 86400 s were left");
        server.view().clock().advance(Duration.ofHours(24));
        assertThat(seen(TOKEN_WITHDRAWN, token.value()))
                .hasValueSatisfying(seen -> assertThat(seen).endsWith("; by now it would have expired, too"));
        assertThat(seen(TOKEN_OUTLIVED, token.value())).isEmpty();
    }

    @Test
    @Shows(TOKEN_KEPT_OVER)
    void tokenOfAnEarlierTest_isToldSinceWhen() {
        String kept = token().value();
        TestServer next = TestServer.withDefaults().diagnosing();
        asked = next;

        assertThat(Found.seen(next, ask().bearer(kept), TOKEN_KEPT_OVER))
                .contains(
                        "a genuine token of this server from before this test; it was issued at 2026-11-21T10:15:30Z");
        assertThat(Found.seen(next, ask().bearer(kept), TOKEN_OF_ANOTHER_ENVIRONMENT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"alg\":\"RS256\",\"kid\":\"x\"}', https://cxone.niceincontact.com, 'a token signed with a key that is not served here, issued by ''https://cxone.niceincontact.com'''",
        "'{\"alg\":\"RS256\",\"kid\":\"x\"}', http://127.0.0.1:9999, 'a token signed with a key that is not served here, issued by ''http://127.0.0.1:9999'''",
        "'{\"alg\":\"RS256\",\"kid\":\"x\"}', https://idp.acme.example, 'a token signed with a key that is not served here, its issuer is not known here'",
        "'{\"alg\":\"HS256\"}', https://idp.acme.example, 'a token signed with HS256, its issuer is not known here; those of this server have RS256'",
        "'{\"alg\":\"RS256\"}', https://auth.na1.nice-incontact.com/, 'a token issued by ''https://auth.na1.nice-incontact.com'', signed with a key of its own'"
    })
    void tokenOfAnotherEnvironment_isToldByItsIssuer(String header, String issuer, String seen) {
        assertThat(seen(TOKEN_OF_ANOTHER_ENVIRONMENT, jwt(header, issuer))).contains(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"alg\":\"none\"}', https://cxone.niceincontact.com",
        "'{\"alg\":\"RS256\"}', http://127.0.0.1:4711",
        "'{\"alg\":\"RS256\"}', https://idp.acme.example"
    })
    @NearMissOf(TOKEN_OF_ANOTHER_ENVIRONMENT)
    void forgedToken_isNotTakenForOneOfAnotherEnvironment(String header, String issuer) {
        assertThat(seen(TOKEN_OF_ANOTHER_ENVIRONMENT, jwt(header, issuer))).isEmpty();
    }

    @Test
    @Shows(TOKEN_OF_ANOTHER_ENVIRONMENT)
    @NearMissOf(TOKEN_KEPT_OVER)
    void tokenOfAnotherSimulatedServer_isToldWhichOne() {
        String foreign = new Rs256Signer(new JacksonJson())
                .sign(Map.of("iss", "http://127.0.0.1:9999", "jti", "00000000-0000-4000-8000-000000000000"));

        assertThat(seen(TOKEN_OF_ANOTHER_ENVIRONMENT, foreign))
                .contains("a token of another simulated server, issued by 'http://127.0.0.1:9999'");
        assertThat(seen(TOKEN_KEPT_OVER, foreign)).isEmpty();
    }

    @Test
    void ownTokenAfterTheKeysWereForgotten_isNotOneOfAnotherEnvironment() {
        String token = token().value();
        server.view().keys().rotateAndForgetOld();
        TestRequest request = ask().bearer(token);

        assertThat(Found.recorded(server, request).reason()).contains(Reason.TOKEN_KEY_UNKNOWN);
        assertThat(Found.seen(server, request.with("Host", "127.0.0.1:4711"), TOKEN_OF_ANOTHER_ENVIRONMENT))
                .isEmpty();
        assertThat(Found.seen(server, request.with("Host", "127.0.0.1:4712"), TOKEN_OF_ANOTHER_ENVIRONMENT))
                .isPresent();
    }

    @Test
    void opaqueToken_isOfAnotherProduct() {
        assertThat(seen(TOKEN_OF_ANOTHER_ENVIRONMENT, "Ab1-".repeat(21) + "xQ"))
                .contains("an opaque token of 86 characters, as Genesys Cloud issues; this server did not issue it"
                        + " like that");
        assertThat(seen(TOKEN_OF_ANOTHER_ENVIRONMENT, "Ab1-".repeat(15)))
                .contains("an opaque token of 60 characters, as Genesys Cloud issues; this server did not issue it"
                        + " like that");
        assertThat(seen(TOKEN_OF_ANOTHER_ENVIRONMENT, "Ab1-")).isEmpty();
        assertThat(seen(TOKEN_OF_ANOTHER_ENVIRONMENT, TestServer.SECRET)).isEmpty();
    }

    /** The profile GENESYS issues opaque tokens of just that length. */
    @Test
    @NearMissOf(TOKEN_OF_ANOTHER_ENVIRONMENT)
    void opaqueTokenOfThisServer_isOfThisEnvironment() {
        asked = TestServer.diagnosing(Profiles.GENESYS);
        String token = Wire.accessToken(asked.answer(TestRequest.token(Profiles.GENESYS)));
        asked.view().tokens().revokeAll();
        Exchange refused = Found.recorded(asked, ask().bearer(token));

        assertThat(refused.reason()).contains(Reason.TOKEN_REVOKED);
        assertThat(Found.seen(refused, TOKEN_OF_ANOTHER_ENVIRONMENT)).isEmpty();
        assertThat(Found.seen(refused, TOKEN_WITHDRAWN)).isPresent();
    }

    @Test
    @Shows(ACCEPT_LEFT_OUT)
    void admittedCallWithoutAccept_isDoubtful() {
        TestRequest request = askAcd();

        assertThat(Found.seen(server, request, ACCEPT_LEFT_OUT)).contains("no Accept header");
        assertThat(Found.seen(server, ask().bearer(token().value()), ACCEPT_LEFT_OUT))
                .isEmpty();
        assertThat(Found.seen(server, request.with("Accept", "text/html"), ACCEPT_LEFT_OUT))
                .contains("an Accept header that leaves out JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON; q=0.5", "*/*", "text/html, application/*", "a/b+json"})
    @NearMissOf(ACCEPT_LEFT_OUT)
    void acceptThatTakesJson_isNoMistake(String accept) {
        assertThat(Found.seen(server, askAcd().with("Accept", accept), ACCEPT_LEFT_OUT))
                .isEmpty();
    }

    @Test
    void refusedCallWithoutAccept_hasAnotherCause() {
        assertThat(Found.seen(server, ask(), ACCEPT_LEFT_OUT)).isEmpty();
        assertThat(Found.seen(server, TestRequest.token(TestServer.OAUTH), ACCEPT_LEFT_OUT))
                .isEmpty();
    }

    private TestRequest askAcd() {
        String path = "/inContactAPI/services/v31.0/agents";
        server.view()
                .add(new Resource(
                        new TestServer.PathMatcher("GET", path),
                        Optional.empty(),
                        Optional.of(new Resource.Served(200, "{}"))));
        return TestRequest.get(path).bearer(token().value());
    }

    private static TestRequest ask() {
        return TestRequest.get("/users/me");
    }

    private Optional<String> seen(Mistake mistake, String token) {
        return Found.seen(server, ask().bearer(token), mistake);
    }

    private AccessToken token() {
        return server.view().tokens().issue(ID);
    }

    /** With a signature of the right length that nobody made. */
    private static String jwt(String header, String issuer) {
        String claims = "{\"iss\":\"" + issuer + "\",\"exp\":1}";
        return base64(header) + "." + base64(claims) + "." + "A".repeat(342);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
