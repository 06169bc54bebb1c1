package io.github.cxoneauthstub.spring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.Http;
import io.github.cxoneauthstub.junit.TestRun;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Spring keeps a context for the classes whose server has the same address, and for no other. */
class KeptContextTest {

    @Test
    void classesOneAfterTheOther_shareOneContext() {
        TestRun run = TestRun.of(FirstTestCases.class, SecondTestCases.class).succeeded(2);

        assertThat(run.published("context"))
                .hasSize(2)
                .containsOnly(run.published("context").get(0));
    }

    @Test
    void nestedClass_sharesThatOfTheOuter() {
        TestRun run = TestRun.of(OuterTestCases.class).succeeded(2);

        assertThat(run.published("context"))
                .hasSize(2)
                .containsOnly(run.published("context").get(0));
    }

    @Test
    void otherPrefixOrClient_hasAContextOfItsOwn() {
        TestRun run = TestRun.of(
                        FirstTestCases.class,
                        OtherPrefixTestCases.class,
                        OtherClientTestCases.class,
                        OtherSecretTestCases.class,
                        OtherPathTestCases.class)
                .succeeded(5);

        assertThat(run.published("context")).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void classesAtTheSameTime_haveAServerAndAContextEach() {
        TestRun run = TestRun.with(
                        Map.of(
                                "junit.jupiter.execution.parallel.enabled", "true",
                                "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
                                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                        OneAtATimeTestCases.class,
                        OtherAtATimeTestCases.class)
                .succeeded(2);

        assertThat(run.published("context")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void tokenThatAnEarlierTestLeftInTheContext_isRefusedWithItsReason() {
        TestRun.of(KeepingTestCases.class).succeeded(2);
    }

    @Configuration(proxyBeanMethods = false)
    static class Told {
        @Bean
        UUID id() {
            return UUID.randomUUID();
        }

        @Bean
        TokenCache cache() {
            return new TokenCache();
        }
    }

    static class TokenCache {
        private String token = "";
    }

    @SpringJUnitConfig(Told.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SpringTest {}

    abstract static class Publishing {
        @Test
        void test(@Autowired UUID context, TestReporter reporter) {
            reporter.publishEntry("context", context.toString());
        }
    }

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone")
    static class FirstTestCases extends Publishing {}

    @CxoneAuthStub(properties = "my.cxone", tokenLifetime = "PT5M")
    @SpringTest
    static class SecondTestCases extends Publishing {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone")
    static class OuterTestCases extends Publishing {
        @Nested
        class Inner {
            @Test
            void test(@Autowired UUID context, TestReporter reporter) {
                reporter.publishEntry("context", context.toString());
            }
        }
    }

    @SpringTest
    @CxoneAuthStub(properties = "other.cxone")
    static class OtherPrefixTestCases extends Publishing {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone", clients = @CxoneClient(id = "other", secret = "s3cret"))
    static class OtherClientTestCases extends Publishing {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone", clients = @CxoneClient(id = "other", secret = "an0ther"))
    static class OtherSecretTestCases extends Publishing {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone", path = "/other/token")
    static class OtherPathTestCases extends Publishing {}

    abstract static class AtATime {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void test(@Autowired UUID context, @Value("${my.cxone.token-uri}") String uri, CxoneAuth auth, TestReporter to)
                throws Exception {
            to.publishEntry("context", context.toString());
            BOTH.await(20, SECONDS);
            assertThat(uri).isEqualTo(auth.tokenUri().toString());
            BOTH.await(20, SECONDS);
        }
    }

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone")
    static class OneAtATimeTestCases extends AtATime {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone")
    static class OtherAtATimeTestCases extends AtATime {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class KeepingTestCases {
        @BeforeAll
        static void resource(CxoneAuth auth) {
            auth.api().get("/me").answers("{}");
        }

        @Test
        @Order(1)
        void first(@Autowired TokenCache cache, CxoneAuth auth) {
            cache.token = Http.token(auth);
            assertThat(Http.get(auth, "/me", cache.token)).isEqualTo(200);
        }

        @Test
        @Order(2)
        void second(@Autowired TokenCache cache, CxoneAuth auth) {
            assertThat(Http.get(auth, "/me", cache.token)).isEqualTo(401);
            assertThat(auth.exchanges().last().reason()).contains(Reason.TOKEN_OF_EARLIER_TEST);
        }
    }
}
