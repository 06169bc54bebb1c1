package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a framework is told: equal if what it has started is of use for the other, and without the secret in its text.
 */
class FrameworkPropertiesTest {
    private static final PropertyPrefix MY = PropertyPrefix.of("my.cxone");

    @Test
    void sameNamesAndValues_areEqual() {
        try (CxoneAuth auth = CxoneAuth.start()) {
            FrameworkProperties properties = FrameworkProperties.of(MY, auth);

            assertThat(properties)
                    .isEqualTo(FrameworkProperties.of(MY, auth))
                    .hasSameHashCodeAs(FrameworkProperties.of(MY, auth))
                    .isNotEqualTo(FrameworkProperties.of(PropertyPrefix.of("other.cxone"), auth))
                    .isNotEqualTo("my.cxone");
        }
    }

    @Test
    void otherServerOrClient_isNotEqual() {
        try (CxoneAuth auth = CxoneAuth.start();
                CxoneAuth other = CxoneAuth.start()) {
            FrameworkProperties properties = FrameworkProperties.of(MY, auth);
            auth.clients().rotateSecret(auth.client().id(), "an0ther");

            assertThat(properties)
                    .isNotEqualTo(FrameworkProperties.of(MY, other))
                    .isNotEqualTo(FrameworkProperties.of(MY, auth));
        }
    }

    @Test
    void text_hasAllButTheSecret() {
        Configuration configuration = Configuration.builder()
                .client(Client.of("reporting", "canary+/="))
                .accessKey(AccessKey.builder("KEYID====").secret("canary====").build())
                .build();
        try (CxoneAuth auth = CxoneAuth.start(configuration)) {
            FrameworkProperties properties = FrameworkProperties.of(MY, auth);

            assertThat(properties.asMap())
                    .containsEntry("my.cxone.client-secret", "canary+/=")
                    .containsEntry("my.cxone.access-key-secret", "canary====");
            assertThat(properties)
                    .hasToString("{my.cxone.token-uri=" + auth.tokenUri() + ", my.cxone.api-uri=" + auth.apiUri()
                            + ", my.cxone.jwks-uri=" + auth.jwksUri() + ", my.cxone.issuer-uri=" + auth.baseUri()
                            + ", my.cxone.client-id=reporting, my.cxone.client-secret=(not shown),"
                            + " my.cxone.access-key-id=KEYID====, my.cxone.access-key-secret=(not shown)}");
        }
    }

    @Test
    void configurationWithoutAccessKeys_hasNoPropertiesOfOne() {
        try (CxoneAuth auth = CxoneAuth.start(
                Configuration.builder().withoutDefaultAccessKey().build())) {
            assertThat(FrameworkProperties.of(MY, auth).asMap())
                    .containsKey("my.cxone.client-id")
                    .doesNotContainKeys("my.cxone.access-key-id", "my.cxone.access-key-secret");
        }
    }

    @Test
    void classThatDoesNotAsk_hasNone() {
        assertThat(FrameworkProperties.of(FrameworkPropertiesTest.class)).isEmpty();
        assertThat(FrameworkProperties.of(String.class)).isEmpty();
        assertThat(FrameworkProperties.of(SilentTestCases.class)).isEmpty();
    }

    /** That of a builder was not seen, and the framework started without any properties. */
    @ParameterizedTest
    @ValueSource(classes = {AskingTestCases.Inner.class, BuilderTestCases.Inner.class, BuilderTestCases.Heir.class})
    void classThatAsksAndDoesNotRun_isToldTheRemedy(Class<?> type) {
        assertThatThrownBy(() -> FrameworkProperties.of(type))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(ClassContext.name(type) + " was asked for the properties my.cxone.* before @CxoneAuthStub"
                        + " could lend it a server: write @CxoneAuthStub above the annotation that starts the framework,"
                        + " and run the class with JUnit Jupiter");
    }

    @CxoneAuthStub(properties = "my.cxone")
    static class AskingTestCases {
        static class Inner {}
    }

    static class BuilderTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().properties("my.cxone").build();

        static class Inner {}

        static class Heir extends BuilderTestCases {}
    }

    static class SilentTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder().build();
    }
}
