package io.github.cxoneauthstub.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a class sets up is there in each of its methods, and what a method changes is gone after it. */
@SuppressWarnings("NullAway") // it is the extension that fills the fields
class BaseTest {

    @Test
    void whatBeforeAllBuilt_isRestoredBeforeEachMethod() {
        TestRun.of(BeforeAllTestCases.class).succeeded(2);
    }

    @Test
    void whatAOncePerClassConstructorBuilt_isRestoredBeforeEachMethod() {
        TestRun.of(PerClassTestCases.class).succeeded(2);
    }

    @Test
    void whatAConstructorPerMethodBuilt_isOfThatMethod() {
        TestRun.of(PerMethodTestCases.class).succeeded(2);
    }

    @Test
    void whatAMethodDoesThroughAStaticField_isUndoneToo() {
        TestRun.of(StaticFieldTestCases.class).succeeded(2);
    }

    @CxoneAuthStub
    static class BeforeAllTestCases {
        @BeforeAll
        static void build(CxoneAuth auth) {
            auth.clients().register(Client.of("of-the-class", "s3cret"));
            auth.api().get("/guarded").requires("user:read").answers("{}");
            auth.wireMock().stubFor(get("/open").willReturn(ok("{}")));
            auth.clock().freeze();
            auth.clock().set(Instant.parse("2031-01-01T00:00:00Z"));
            auth.next().tooManyRequests(Duration.ofSeconds(1));
            assertThat(Http.get(auth, "/open")).isEqualTo(200);
        }

        @RepeatedTest(2)
        void isRestored(CxoneAuth auth) {
            assertThat(auth.clock().instant()).isEqualTo("2031-01-01T00:00:00Z");
            assertThat(auth.clients().all()).extracting(Client::id).containsExactly("test-client", "of-the-class");
            assertThat(auth.exchanges().all()).isEmpty();
            auth.wireMock().verify(0, getRequestedFor(urlEqualTo("/open")));
            assertThat(Http.get(auth, "/guarded", "none")).isEqualTo(429);
            assertThat(Http.get(auth, "/guarded", Http.token(auth))).isEqualTo(200);
            assertThat(Http.get(auth, "/open")).isEqualTo(200);

            auth.clients().remove("of-the-class");
            auth.clock().advance(Duration.ofDays(1));
            auth.wireMock().stubFor(get("/open").willReturn(forbidden()));
        }

        @AfterAll
        static void isRestoredToo(CxoneAuth auth) {
            assertThat(auth.clock().instant()).isEqualTo("2031-01-01T00:00:00Z");
            assertThat(Http.get(auth, "/open")).isEqualTo(200);
            assertThat(auth.clients().get("of-the-class")).isNotNull();
        }
    }

    @CxoneAuthStub
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases {
        PerClassTestCases(CxoneAuth auth) {
            auth.api().get("/of-the-constructor").answers("{}");
        }

        @RepeatedTest(2)
        void isRestored(CxoneAuth auth) {
            assertThat(Http.get(auth, "/of-the-constructor")).isEqualTo(401);
            assertThat(Http.get(auth, "/of-the-method")).isEqualTo(404);
            auth.api().get("/of-the-method").answers("{}");
        }
    }

    @CxoneAuthStub
    static class PerMethodTestCases {
        private final String token;

        PerMethodTestCases(CxoneAuth auth) {
            assertThat(auth.clients().all()).hasSize(1);
            auth.clients().register(Client.of("of-the-constructor", "s3cret"));
            auth.api().get("/me").answers("{}");
            this.token = Http.token(auth);
        }

        @RepeatedTest(2)
        void sees(CxoneAuth auth) {
            assertThat(auth.clients().all()).hasSize(2);
            assertThat(Http.get(auth, "/me", token)).isEqualTo(200);
            assertThat(auth.exchanges().issuedTokens()).isEqualTo(1);
        }

        @AfterAll
        static void isGone(CxoneAuth auth) {
            assertThat(auth.clients().all()).hasSize(1);
        }
    }

    @CxoneAuthStub
    static class StaticFieldTestCases {
        private static CxoneAuth auth;

        @BeforeEach
        void register() {
            auth.clients().register(Client.of("of-the-method", "s3cret"));
        }

        @RepeatedTest(2)
        void sees() {
            assertThat(auth.clients().all()).hasSize(2);
        }
    }
}
