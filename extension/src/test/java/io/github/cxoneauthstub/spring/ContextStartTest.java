package io.github.cxoneauthstub.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.Http;
import io.github.cxoneauthstub.junit.TestRun;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A context starts before the first test: what it asks the server for then belongs to the class. */
class ContextStartTest {

    @Test
    void whatTheContextFetchesAtItsStart_belongsToTheClass() {
        TestRun.of(StartingTestCases.class).succeeded(2);
    }

    /** JUnit makes the instance, and Spring the context for it, before the methods of {@code @BeforeAll}. */
    @Test
    void oneInstanceForAllMethods_getsAContextThatDoesNotWaitForBeforeAll() {
        TestRun.of(PerClassTestCases.class).succeeded(2);
    }

    @Test
    void resourceOfTheFile_isThereForAnyStart() {
        TestRun.of(FileTestCases.class).succeeded(1);
    }

    @Test
    void failureOfTheStart_showsTheTimeline() {
        TestRun run = TestRun.of(RefusedTestCases.class);

        assertThat(run.published("cxone-auth"))
                .singleElement()
                .asString()
                .contains("\n#1 ")
                .contains("rule      secret-matches: ")
                .doesNotContain("\n#2 ");
        assertThat(run.failure().getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("rule      secret-matches: ");
    }

    /** Fetches a token and uses it when it starts. */
    @Configuration(proxyBeanMethods = false)
    static class Fetching {
        @Bean
        List<String> fetched(
                @Value("${my.cxone.token-uri}") String tokenUri,
                @Value("${my.cxone.api-uri}") String apiUri,
                @Value("${my.cxone.client-id}") String id,
                @Value("${my.cxone.client-secret}") String secret) {
            String token = Http.token(tokenUri, id, secret);
            return List.of(token, String.valueOf(Http.get(apiUri + "/warm", token)));
        }
    }

    @SpringJUnitConfig(Fetching.class)
    @CxoneAuthStub(properties = "my.cxone")
    static class StartingTestCases {
        @BeforeAll
        static void whatTheStartAsksFor(CxoneAuth auth) {
            auth.api().get("/warm").answers("{}");
        }

        @RepeatedTest(2)
        void test(@Autowired List<String> fetched, CxoneAuth auth) {
            assertThat(fetched.get(1)).isEqualTo("200");
            assertThat(auth.exchanges().all()).isEmpty();
            assertThat(Http.get(auth, "/warm", fetched.get(0))).isEqualTo(200);
        }
    }

    @SpringJUnitConfig(Fetching.class)
    @CxoneAuthStub(properties = "my.cxone")
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCases {
        @BeforeAll
        void tooLateForTheStart(CxoneAuth auth) {
            auth.api().get("/warm").answers("{}");
        }

        @RepeatedTest(2)
        void test(@Autowired List<String> fetched, CxoneAuth auth) {
            assertThat(fetched.get(1)).isEqualTo("404");
            assertThat(auth.exchanges().all()).isEmpty();
            assertThat(Http.get(auth, "/warm", fetched.get(0))).isEqualTo(200);
        }
    }

    @SpringJUnitConfig(Fetching.class)
    @CxoneAuthStub(properties = "my.cxone", config = "doors/warm.json")
    @TestInstance(Lifecycle.PER_CLASS)
    static class FileTestCases {
        @Test
        void test(@Autowired List<String> fetched) {
            assertThat(fetched.get(1)).isEqualTo("200");
        }
    }

    /** Has a wrong secret, and does not start without a token. */
    @Configuration(proxyBeanMethods = false)
    static class Refused {
        @Bean
        String token(@Value("${my.cxone.token-uri}") String tokenUri, @Value("${my.cxone.client-id}") String id) {
            return Http.token(tokenUri, id, "wrong");
        }
    }

    @SpringJUnitConfig(Refused.class)
    @CxoneAuthStub(properties = "my.cxone")
    static class RefusedTestCases {
        @Test
        void neverRuns() {}
    }
}
