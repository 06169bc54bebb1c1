package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.assertj.Failing.assertFailsWith;
import static io.github.cxoneauthstub.assertj.Failing.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Mint;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@CxoneAuthStub(
        clients =
                @CxoneClient(
                        id = "reporting",
                        secret = "s3cret+/=",
                        scopes = {"user:read", "admin:api"}))
class AccessTokenAssertTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final String NAME = "AccessToken[jti-1 of reporting, scopes user:read admin:api,"
            + " 2026-11-21T10:00:00Z to 2026-11-21T11:00:00Z]";

    @Test
    void tokenOfTheTest(CxoneAuth auth) {
        AccessToken token = auth.tokens().issue(Mint.forClient("reporting").lifetime(Duration.ofHours(2)));

        assertThat(token)
                .belongsTo("reporting")
                .hasScopes("admin:api")
                .hasExactlyScopes("admin:api", "user:read")
                .lives(Duration.ofHours(2))
                .expiresAt(token.expiresAt())
                .hasClaim("jti", token.id())
                .hasClaim("exp", token.expiresAt().getEpochSecond());
        assertThat(token).claims().containsEntry("iat", token.issuedAt().getEpochSecond());
        assertThat(auth.tokens().issue(Mint.forClient("reporting").scopes())).hasExactlyScopes();
    }

    @Test
    void failure_namesTheToken() {
        AccessToken token = withPayload("{\"sub\":\"reporting\",\"n\":1}");

        fails(() -> assertThat(token).belongsTo("other"), "to belong to other but it belongs to reporting");
        fails(
                () -> assertThat(token).hasScopes("user:read", "x"),
                "to have scopes user:read x but it has user:read admin:api");
        fails(
                () -> assertThat(token).hasExactlyScopes("user:read"),
                "to have exactly scopes user:read but it has user:read admin:api");
        fails(
                () -> assertThat(token).hasExactlyScopes(),
                "to have exactly scopes (none) but it has user:read admin:api");
        fails(() -> assertThat(token).lives(Duration.ofHours(2)), "to live PT2H but it lives PT1H");
        fails(
                () -> assertThat(token).expiresAt(START),
                "to expire at 2026-11-21T10:00:00Z but it expires at 2026-11-21T11:00:00Z");
        fails(() -> assertThat(token).hasClaim("iss"), "to have the claim iss but it has only sub, n");
        fails(() -> assertThat(token).hasClaim("iss", "x"), "to have the claim iss but it has only sub, n");
        fails(
                () -> assertThat(token).hasClaim("sub", "other"),
                "to have the claim sub of \"other\" but it is \"reporting\"");
        fails(() -> assertThat(token).hasClaim("n", "1"), "to have the claim n of \"1\" but it is 1L");
        assertThatThrownBy(() -> assertThat(token).as("minted").belongsTo("other"))
                .hasMessageStartingWith("[minted] expected AccessToken[");
        assertThatThrownBy(() -> assertThat(token).withFailMessage("not ours").belongsTo("other"))
                .hasMessage("not ours");
    }

    @Test
    void claims_areValuesOfJava() {
        AccessToken token = withPayload("{\"text\":\"a\",\"long\":7,\"big\":12345678901234567890,\"part\":1.50,"
                + "\"yes\":true,\"none\":null,\"list\":[1,\"b\",null],\"map\":{\"n\":[2.0]}}");

        assertThat(token)
                .claims()
                .containsExactly(
                        entry("text", "a"),
                        entry("long", 7L),
                        entry("big", new BigDecimal("12345678901234567890")),
                        entry("part", new BigDecimal("1.50")),
                        entry("yes", true),
                        entry("none", null),
                        entry("list", Arrays.asList(1L, "b", null)),
                        entry("map", Map.of("n", List.of(new BigDecimal("2.0")))));
        assertThat(token)
                .hasClaim("none")
                .hasClaim("long", 7)
                .hasClaim("part", 1.5)
                .hasClaim("list", Arrays.asList(1, "b", null))
                .hasClaim("map", Map.of("n", List.of(2)));
        fails(
                () -> assertThat(token).hasClaim("list", List.of(1, "b")),
                "to have the claim list of [1, \"b\"] but it is [1L, \"b\", null]");
        fails(
                () -> assertThat(token).hasClaim("list", List.of(1, "b", "c")),
                "to have the claim list of [1, \"b\", \"c\"] but it is [1L, \"b\", null]");
        fails(
                () -> assertThat(token).hasClaim("map", Map.of("m", List.of(2))),
                "to have the claim map of {\"m\"=[2]} but it is {\"n\"=[2.0]}");
        fails(() -> assertThat(token).hasClaim("none", "x"), "to have the claim none of \"x\" but it is null");
    }

    @Test
    void tokenWithoutReadableClaims() {
        unread("opaque-value", "it is opaque: no JWT, whose three parts are joined by dots");
        unread("a.b", "it is opaque: no JWT, whose three parts are joined by dots");
        unread("a.!.c", "its payload is not base64url");
        unread("a.é.c", "its payload is not base64url");
        unread("a..c", "its payload is no JSON: in line 1, column 1 ");
        unread("a." + encoded("[1]") + ".c", "its payload is no JSON object");
        unread("a." + encoded("{\"canary\":") + ".c", "its payload is no JSON: in line 1, column ");
        unread("a." + encoded("{}x") + ".c", "its payload is no JSON: in line 1, column ");
    }

    private static void unread(String value, String why) {
        for (ThrowingCallable each : List.<ThrowingCallable>of(
                () -> assertThat(token(value)).hasClaim("iss"),
                () -> assertThat(token(value)).hasClaim("iss", "x"),
                () -> assertThat(token(value)).claims())) {
            assertThatThrownBy(each)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "expected " + NAME + " to have claims but it has none that can be read: " + why)
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void value_isNeverShown() {
        String value = "canary." + encoded("{\"sub\":\"reporting\"}") + ".canary";
        AccessToken token = token(value);
        AccessToken other = token("other.canary.value");

        for (ThrowingCallable each : List.<ThrowingCallable>of(
                () -> assertThat(token).belongsTo("x"),
                () -> assertThat(token).hasClaim("x"),
                () -> assertThat(token).isEqualTo(other),
                () -> assertThat(token).isNull(),
                () -> assertThat(token).isSameAs(other),
                () -> assertThat(token).isIn(other),
                () -> assertThat(token).matches(it -> false),
                () -> assertThat(token).satisfies(it -> assertThat(it).belongsTo("x")),
                () -> assertThat(token).isInstanceOf(String.class),
                () -> assertThat(token).as("%s", token).belongsTo("x"),
                () -> assertThat(token).claims().containsKey("x"))) {
            String told = stackTrace(catchThrowable(each));
            assertThat(told).contains("reporting").doesNotContain("canary", encoded("{\"sub\":\"reporting\"}"));
        }
    }

    private static String stackTrace(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    void whatCanNeverHold() {
        AccessToken token = withPayload("{}");

        assertRefused(
                () -> assertThat(token).hasScopes(),
                "hasScopes() names no scope: give at least one, or use hasExactlyScopes()");
        assertRefused(
                () -> assertThat(token).lives(Duration.ofMillis(1500)),
                "lives(PT1.5S) can never hold: a token lives whole seconds, and at least one; give such a duration");
        assertRefused(
                () -> assertThat(token).lives(Duration.ZERO),
                "lives(PT0S) can never hold: a token lives whole seconds, and at least one; give such a duration");
        assertRefused(
                () -> assertThat(token).expiresAt(START.plusMillis(5)),
                "expiresAt(2026-11-21T10:00:00.005Z) can never hold: a token ends at a whole second; cut it with"
                        + " truncatedTo(ChronoUnit.SECONDS)");
        assertThatThrownBy(() -> assertThat(token).hasScopes("two words"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'two words' is not a scope");
        assertThatThrownBy(() -> assertThat((AccessToken) null).claims())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }

    private static void fails(ThrowingCallable assertion, String end) {
        assertFailsWith(assertion, "expected " + NAME + " " + end);
    }

    private static AccessToken withPayload(String json) {
        return token("header." + encoded(json) + ".signature");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static AccessToken token(String value) {
        return new AccessToken(
                value,
                "jti-1",
                "reporting",
                Optional.empty(),
                Tenant.DEFAULT.tenantId(),
                Scopes.of("user:read", "admin:api"),
                START,
                START.plus(Duration.ofHours(1)),
                "OAUTH_TOKEN");
    }
}
