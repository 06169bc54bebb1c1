package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.NOW;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets that did everything right. */
class SuccessAnswerTest {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([A-Za-z0-9_.-]+)\"");

    private final TestServer server = TestServer.inBothDialects();

    @ParameterizedTest
    @CsvSource({OAUTH + ", 86400", RFC + ", 3600"})
    void body_hasFourMembersAndNoRefreshToken(String path, int expiresIn) {
        Answer answer = server.answer(TestRequest.token(path));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"access_token\":\"" + token(answer) + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + expiresIn + ",\"scope\":\"admin:api user:read\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void headers_forbidToKeepIt(String path) {
        Answer answer = server.answer(TestRequest.token(path));

        assertThat(answer.headers())
                .extracting(header -> header.name() + ": " + header.value())
                .containsExactly(
                        "Content-Type: application/json",
                        "Cache-Control: no-store",
                        "Pragma: no-cache",
                        "Date: Sat, 21 Nov 2026 10:15:30 GMT");
    }

    @Test
    void refusal_isNotToBeKeptEither() {
        Answer answer = server.answer(TestRequest.token(RFC).body("x=1"));

        assertThat(Wire.values(answer, "Cache-Control")).containsExactly("no-store");
        assertThat(Wire.values(answer, "Pragma")).containsExactly("no-cache");
        assertThat(Wire.values(answer, "Content-Type")).containsExactly("application/json");
    }

    @Test
    void claims_areThoseOfTheClientAndTheOneClock() throws ParseException {
        server.view().clock().advance(Duration.ofMillis(1_999));

        JWTClaimsSet claims = claims(server.answer(TestRequest.token(RFC)));

        Instant issued = NOW.plusSeconds(1);
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:4711");
        assertThat(claims.getSubject()).isEqualTo(ID);
        assertThat(claims.getAudience()).isEqualTo(List.of(ID));
        assertThat(claims.getStringClaim("client_id")).isEqualTo(ID);
        assertThat(claims.getStringClaim("scope")).isEqualTo("admin:api user:read");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(issued));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(issued.plusSeconds(3600)));
        assertThat(claims.getStringClaim("tenantId")).isEqualTo("11eb0000-0000-0000-0000-0242ac110002");
        assertThat(claims.getClaim("icBUId")).isEqualTo(4594001L);
        assertThat(claims.getStringClaim("area")).isEqualTo("na1");
        assertThat(claims.getClaims()).hasSize(11);
    }

    @Test
    void tokensOfOneSecond_areAllDifferent() {
        Set<String> tokens = new HashSet<>();

        for (int i = 0; i < 50; i++) {
            tokens.add(token(server.answer(TestRequest.token(OAUTH))));
        }

        assertThat(tokens).hasSize(50);
    }

    @Test
    void ownLifetime_isInAnswerAndToken() throws ParseException {
        TestServer own = TestServer.with(Configuration.builder()
                .client(TestServer.REPORTING)
                .tokenLifetime(Duration.ofSeconds(90))
                .build());

        Answer answer = own.answer(TestRequest.token(OAUTH));

        assertThat(answer.body()).contains("\"expires_in\":90,");
        assertThat(claims(answer).getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(90)));
    }

    @Test
    void dialect_canBeMountedOnSeveralPaths() {
        TestServer own = TestServer.speaking(Profiles.OAUTH_TOKEN.withPaths("/a", "/b/c"));

        assertThat(own.exchange(TestRequest.token("/a")).outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(own.exchange(TestRequest.token("/b/c")).outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(own.server().reply(TestRequest.token("/oauth/token").arrived()))
                .isInstanceOf(Reply.PassOn.class);
    }

    @Test
    void tokenOfOneDialect_opensTheResourcesOfTheServer() {
        String token = token(server.answer(TestRequest.token(RFC)));

        assertThat(server.exchange(TestRequest.get("/users/me").bearer(token)).outcome())
                .isEqualTo(Outcome.ADMITTED);
    }

    private static String token(Answer answer) {
        Matcher found = TOKEN.matcher(answer.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static JWTClaimsSet claims(Answer answer) throws ParseException {
        return SignedJWT.parse(token(answer)).getJWTClaimsSet();
    }
}
