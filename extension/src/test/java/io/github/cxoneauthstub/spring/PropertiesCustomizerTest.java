package io.github.cxoneauthstub.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.TestRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** The customizer is its properties: as a part of Spring's key for a context, and in what it shows of them. */
class PropertiesCustomizerTest {
    private static final String SECRET = "canary+/=of-the-customizer";

    @Test
    @CxoneAuthStub
    void factory_makesNoneForAClassThatDoesNotAsk() {
        assertThat(customizer(PropertiesCustomizerTest.class)).isEmpty();
        assertThat(customizer(String.class)).isEmpty();
    }

    @Test
    void equality_isThatOfTheProperties() {
        TestRun.of(EqualTestCases.class).succeeded(1);
    }

    @Test
    void secret_isInNoText() {
        TestRun.of(CanaryTestCases.class).succeeded(1);
    }

    private static Optional<ContextCustomizer> customizer(Class<?> testClass) {
        return Optional.ofNullable(new PropertiesCustomizerFactory().createContextCustomizer(testClass, List.of()));
    }

    @CxoneAuthStub(properties = "equal.properties")
    static class EqualTestCases {
        @Test
        void test() {
            ContextCustomizer one = customizer(EqualTestCases.class).orElseThrow();
            ContextCustomizer other = customizer(EqualTestCases.class).orElseThrow();

            assertThat(one).isNotSameAs(other).isEqualTo(other).hasSameHashCodeAs(other);
        }
    }

    @CxoneAuthStub(properties = "not-shown", clients = @CxoneClient(id = "reporting", secret = SECRET))
    static class CanaryTestCases {
        @Test
        void test() {
            PropertiesCustomizer customizer =
                    (PropertiesCustomizer) customizer(CanaryTestCases.class).orElseThrow();
            GenericApplicationContext context = new GenericApplicationContext();
            customizer.customizeContext(context, new MergedContextConfiguration(getClass(), null, null, null, null));
            PropertySource<?> source =
                    context.getEnvironment().getPropertySources().get("cxone-auth");

            assertThat(source.getProperty("not-shown.client-secret")).isEqualTo(SECRET);
            assertThat(List.of(
                            customizer.toString(),
                            source.toString(),
                            // what Spring appends to it when it logs at debug level
                            source.getSource().toString(),
                            context.getEnvironment().toString()))
                    .noneMatch(text -> text.contains("canary"));
            assertThat(customizer.toString()).contains("not-shown.client-id=reporting", "not-shown.client-secret=(not");
        }
    }
}
