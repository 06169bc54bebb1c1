package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;

/** One server for classes that run one after the other, until the end of the run. */
@SuppressWarnings("NullAway") // the first test leaves its token to the next
class ClassLeaseTest {

    @Test
    void classesOneAfterTheOther_haveOnePort() {
        TestRun run = TestRun.of(FirstTestCases.class, SecondTestCases.class).succeeded(3);

        assertThat(run.published("base"))
                .hasSize(3)
                .containsOnly(run.published("base").get(0));
    }

    @Test
    void nestedClasses_haveThePortOfTheOuter() {
        TestRun run = TestRun.of(OuterTestCases.class).succeeded(3);

        assertThat(run.published("base"))
                .hasSize(4)
                .containsOnly(run.published("base").get(0));
    }

    @Test
    void servers_stopWithTheRunAndNotBefore() {
        TestRun run = TestRun.of(FirstTestCases.class, SecondTestCases.class);

        URI base = URI.create(run.published("base").get(0));
        assertThatThrownBy(() -> Http.get(base)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void closingAnInjectedHandle_hasNoEffect() {
        TestRun.of(ClosingTestCases.class).succeeded(2);
    }

    @Test
    void handleOfAClassThatEnded_saysSo() {
        TestRun.of(KeepingTestCases.class).succeeded(1);

        assertThatThrownBy(KeepingTestCases.KEPT.get()::tokenUri)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this CxoneAuth is closed");
    }

    @Test
    void tokenOfAnEarlierTest_isRefusedWithAReasonOfItsOwn() {
        TestRun.of(CachingTestCases.class, NextCachingTestCases.class).succeeded(3);
    }

    @CxoneAuthStub
    static class FirstTestCases {
        @Test
        void one(CxoneAuth auth, TestReporter reporter) {
            reporter.publishEntry("base", auth.baseUri().toString());
        }

        @Test
        void two(CxoneAuth auth, TestReporter reporter) {
            reporter.publishEntry("base", auth.baseUri().toString());
        }
    }

    @CxoneAuthStub
    static class SecondTestCases {
        @Test
        void three(CxoneAuth auth, TestReporter reporter) {
            reporter.publishEntry("base", auth.baseUri().toString());
        }
    }

    @CxoneAuthStub
    static class OuterTestCases {
        @BeforeAll
        static void beforeAll(CxoneAuth auth, TestReporter reporter) {
            reporter.publishEntry("base", auth.baseUri().toString());
        }

        @Test
        void outer(CxoneAuth auth, TestReporter reporter) {
            reporter.publishEntry("base", auth.baseUri().toString());
        }

        @Nested
        class Inner {
            @Test
            void inner(CxoneAuth auth, TestReporter reporter) {
                reporter.publishEntry("base", auth.baseUri().toString());
            }
        }

        @Nested
        @CxoneAuthStub(tokenLifetime = "PT5M")
        class Sibling {
            @Test
            void inner(CxoneAuth auth, TestReporter reporter) {
                reporter.publishEntry("base", auth.baseUri().toString());
            }
        }
    }

    @CxoneAuthStub
    static class ClosingTestCases {
        @Test
        void one(CxoneAuth auth) {
            auth.close();
            assertThat(Http.token(auth)).isNotEmpty();
        }

        @Test
        void two(CxoneAuth auth) {
            one(auth);
        }
    }

    @CxoneAuthStub
    static class KeepingTestCases {
        private static final AtomicReference<CxoneAuth> KEPT = new AtomicReference<>();

        @Test
        void keep(CxoneAuth auth) {
            KEPT.set(auth);
        }
    }

    private static String cached;

    @CxoneAuthStub
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class CachingTestCases {
        private static String ofTheClass;

        @BeforeAll
        static void beforeAll(CxoneAuth auth) {
            auth.api().get("/me").requires("user:read").answers("{}");
            ofTheClass = auth.tokens().issue(auth.client().id()).value();
        }

        @Test
        @Order(1)
        void first(CxoneAuth auth) {
            cached = Http.token(auth);
            assertThat(Http.get(auth, "/me", cached)).isEqualTo(200);
        }

        @Test
        @Order(2)
        void second(CxoneAuth auth) {
            assertThat(Http.get(auth, "/me", ofTheClass)).isEqualTo(200);
            assertThat(Http.get(auth, "/me", cached)).isEqualTo(401);
            assertThat(auth.exchanges().last().reason()).contains(Reason.TOKEN_OF_EARLIER_TEST);
        }
    }

    @CxoneAuthStub
    static class NextCachingTestCases {
        @Test
        void third(CxoneAuth auth) {
            auth.api().get("/me").requires("user:read").answers("{}");
            assertThat(Http.get(auth, "/me", cached)).isEqualTo(401);
            assertThat(auth.exchanges().last().reason()).contains(Reason.TOKEN_OF_EARLIER_TEST);
        }
    }
}
