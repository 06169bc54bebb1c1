package io.github.cxoneauthstub.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.CxoneAuthExtension;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.TestRun;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.EnabledIf;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A Spring test that cannot be told of its server fails early and says what to do. */
class MisusedPropertiesTest {
    private static final Map<String, String> NO_CONDITIONS = Map.of("junit.jupiter.conditions.deactivate", "*");

    @Test
    void conditionThatStartsTheContextFirst() {
        assertThat(TestRun.of(ConditionAboveTestCases.class).failure())
                .rootCause()
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("MisusedPropertiesTest.ConditionAboveTestCases was asked for the properties my.cxone.*"
                        + " before @CxoneAuthStub could lend it a server: write @CxoneAuthStub above the annotation that"
                        + " starts the framework, and run the class with JUnit Jupiter");
        TestRun.of(ConditionBelowTestCases.class).succeeded(1);
    }

    @Test
    void conditionThatStartsTheContextBeforeTheBuilder() {
        assertThat(TestRun.of(ConditionBeforeBuilderTestCases.class).failure())
                .rootCause()
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("write @CxoneAuthStub above the annotation that starts the framework");
        TestRun.of(AnnotationBesideBuilderTestCases.class).succeeded(1);
    }

    @Test
    void withoutConditions_theOrderOfAnnotationsMatters() {
        assertThat(TestRun.with(NO_CONDITIONS, BelowTestCases.class).failure())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("write @CxoneAuthStub above the annotation that starts the framework");
        TestRun.with(NO_CONDITIONS, AboveTestCases.class).succeeded(1);
    }

    @Test
    void withoutConditions_aNestedClassIsNamed() {
        assertThat(TestRun.with(NO_CONDITIONS, AroundBelowTestCases.class).failure())
                .hasMessageStartingWith("MisusedPropertiesTest.AroundBelowTestCases was asked for");
    }

    @Test
    void mistakeInTheAnnotation_isToldWhateverIsAbove() {
        assertThat(TestRun.of(WrongProfileTestCases.class).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("WrongProfileTestCases: profile: 'API_V3' is not the name of a profile");
    }

    @Test
    void concurrentMethods() {
        String remedy = ": a framework is told one address for the whole class, so let its tests run one after the"
                + " other, with @Execution(ExecutionMode.SAME_THREAD) on the class";

        assertThat(TestRun.concurrently(ConcurrentTestCases.class).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("MisusedPropertiesTest.ConcurrentTestCases.test runs concurrently with others, but they"
                        + " share the CxoneAuth of the properties my.cxone.*" + remedy);
        assertThat(TestRun.concurrently(AroundConcurrentTestCases.class).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("MisusedPropertiesTest.AroundConcurrentTestCases.Inner runs concurrently with others, but"
                        + " they share the CxoneAuth of the properties my.cxone.*" + remedy);
    }

    /** JUnit's message, but our documentation has the remedy. */
    @Test
    void autowiredConstructor() {
        assertThat(TestRun.of(AutowiredConstructorTestCases.class).failure())
                .hasMessageContaining("multiple competing ParameterResolvers");
        TestRun.of(AutowiredParameterTestCases.class).succeeded(1);
    }

    @Configuration(proxyBeanMethods = false)
    static class Empty {}

    abstract static class OneTest {
        @Test
        void test(@Autowired Environment environment) {
            assertThat(environment.getProperty("my.cxone.token-uri")).isNotNull();
        }
    }

    @EnabledIf(expression = "true", loadContext = true)
    @SpringJUnitConfig(Empty.class)
    @CxoneAuthStub(properties = "my.cxone")
    static class ConditionAboveTestCases extends OneTest {}

    @CxoneAuthStub(properties = "my.cxone")
    @EnabledIf(expression = "true", loadContext = true)
    @SpringJUnitConfig(Empty.class)
    static class ConditionBelowTestCases extends OneTest {}

    @EnabledIf(expression = "true", loadContext = true)
    @SpringJUnitConfig(Empty.class)
    static class ConditionBeforeBuilderTestCases extends OneTest {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().properties("my.cxone").build();
    }

    @CxoneAuthStub
    @EnabledIf(expression = "true", loadContext = true)
    @SpringJUnitConfig(Empty.class)
    static class AnnotationBesideBuilderTestCases extends OneTest {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = ConditionBeforeBuilderTestCases.CXONE;
    }

    @SpringJUnitConfig(Empty.class)
    @CxoneAuthStub(properties = "my.cxone")
    static class BelowTestCases extends OneTest {}

    @CxoneAuthStub(properties = "my.cxone")
    @SpringJUnitConfig(Empty.class)
    static class AboveTestCases extends OneTest {}

    @SpringJUnitConfig(Empty.class)
    @CxoneAuthStub(properties = "my.cxone")
    static class AroundBelowTestCases {
        @Nested
        class Inner extends OneTest {}
    }

    @SpringJUnitConfig(Empty.class)
    @CxoneAuthStub(properties = "my.cxone", profile = "API_V3")
    static class WrongProfileTestCases extends OneTest {}

    @SpringJUnitConfig(Empty.class)
    @CxoneAuthStub(properties = "my.cxone")
    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentTestCases extends OneTest {}

    @SpringJUnitConfig(Empty.class)
    @CxoneAuthStub(properties = "my.cxone")
    static class AroundConcurrentTestCases {
        @Nested
        @Execution(ExecutionMode.CONCURRENT)
        class Inner extends OneTest {}
    }

    @SpringJUnitConfig(Empty.class)
    @CxoneAuthStub(properties = "my.cxone")
    static class AutowiredConstructorTestCases extends OneTest {
        @Autowired
        AutowiredConstructorTestCases(Environment environment, CxoneAuth auth) {}
    }

    @SpringJUnitConfig(Empty.class)
    @CxoneAuthStub(properties = "my.cxone")
    static class AutowiredParameterTestCases extends OneTest {
        AutowiredParameterTestCases(@Autowired Environment environment, CxoneAuth auth) {}
    }
}
