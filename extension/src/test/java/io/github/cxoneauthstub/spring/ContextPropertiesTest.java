package io.github.cxoneauthstub.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.junit.CxoneAuthExtension;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.TestRun;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The properties are in the context of a Spring test, wherever and however they are asked for. */
class ContextPropertiesTest {

    @Test
    void annotationAboveSprings() {
        TestRun.of(AboveTestCases.class).succeeded(1);
    }

    @Test
    void annotationBelowSprings() {
        TestRun.of(BelowTestCases.class).succeeded(1);
    }

    @Test
    void oneInstanceForAllMethods() {
        TestRun.of(PerClassTestCases.class).succeeded(1);
    }

    @Test
    void composedAnnotation() {
        TestRun.of(ComposedTestCases.class).succeeded(1);
    }

    @Test
    void builder() {
        TestRun.of(BuilderTestCases.class).succeeded(1);
    }

    @Test
    void configurationParameter() {
        TestRun.with(Map.of("cxone.auth.properties", "my.cxone"), ParameterTestCases.class)
                .succeeded(1);
    }

    @Test
    void nestedClass_hasThoseOfTheOuterOrItsOwn() {
        TestRun.of(OuterTestCases.class).succeeded(3);
    }

    @Test
    void classThatDoesNotAsk_hasNone() {
        assertThat(TestRun.of(WithoutTestCases.class).succeeded(1).published("sources"))
                .containsExactly("false");
    }

    @Test
    void theyWinOverOtherProperties() {
        TestRun.of(InlinedTestCases.class).succeeded(1);
    }

    @Configuration(proxyBeanMethods = false)
    static class Empty {}

    private static void assertTold(Environment environment, String prefix, CxoneAuth auth, Client client) {
        assertThat(environment.getProperty(prefix + ".token-uri"))
                .isEqualTo(auth.tokenUri().toString());
        assertThat(environment.getProperty(prefix + ".api-uri"))
                .isEqualTo(auth.apiUri().toString());
        assertThat(environment.getProperty(prefix + ".jwks-uri"))
                .isEqualTo(auth.jwksUri().toString());
        assertThat(environment.getProperty(prefix + ".issuer-uri"))
                .isEqualTo(auth.baseUri().toString());
        assertThat(environment.getProperty(prefix + ".client-id")).isEqualTo(client.id());
        assertThat(environment.getProperty(prefix + ".client-secret")).isEqualTo(client.secret());
    }

    @SpringJUnitConfig(Empty.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SpringTest {}

    abstract static class Told {
        @Test
        void test(@Autowired Environment environment, CxoneAuth auth) {
            assertTold(environment, "my.cxone", auth, auth.client());
            assertThat(System.getProperty("my.cxone.token-uri")).isNull();
        }
    }

    @CxoneAuthStub(properties = "my.cxone")
    @SpringTest
    static class AboveTestCases extends Told {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone")
    static class BelowTestCases extends Told {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone")
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCases extends Told {
        PerClassTestCases(@Autowired Environment environment, CxoneAuth auth) {
            assertTold(environment, "my.cxone", auth, auth.client());
        }
    }

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone")
    @Retention(RetentionPolicy.RUNTIME)
    @interface CxoneSpringTest {}

    @CxoneSpringTest
    static class ComposedTestCases extends Told {}

    @SpringTest
    static class BuilderTestCases extends Told {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
                .properties("my.cxone")
                .client(Client.of("of-builder", "s3cret"))
                .build();
    }

    @SpringTest
    @CxoneAuthStub
    static class ParameterTestCases extends Told {}

    @SpringTest
    @CxoneAuthStub(properties = "my.cxone", clients = @CxoneClient(id = "of-outer", secret = "s3cret"))
    static class OuterTestCases extends Told {

        @Nested
        class Heir {
            @Test
            void test(@Autowired Environment environment, CxoneAuth auth) {
                assertTold(environment, "my.cxone", auth, Client.of("of-outer", "s3cret"));
            }
        }

        @Nested
        @CxoneAuthStub(properties = "own.cxone", clients = @CxoneClient(id = "of-nested", secret = "an0ther"))
        class Own {
            @Test
            void test(@Autowired Environment environment, CxoneAuth auth) {
                assertTold(environment, "own.cxone", auth, Client.of("of-nested", "an0ther"));
                assertThat(environment.getProperty("my.cxone.token-uri")).isNull();
            }
        }
    }

    @SpringTest
    @CxoneAuthStub
    static class WithoutTestCases {
        @Test
        void test(@Autowired org.springframework.core.env.ConfigurableEnvironment environment, TestReporter reporter) {
            reporter.publishEntry(
                    "sources", String.valueOf(environment.getPropertySources().contains("cxone-auth")));
        }
    }

    @SpringTest
    @TestPropertySource(properties = "my.cxone.client-id=inlined")
    @CxoneAuthStub(properties = "my.cxone")
    static class InlinedTestCases extends Told {}
}
