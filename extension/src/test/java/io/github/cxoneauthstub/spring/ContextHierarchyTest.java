package io.github.cxoneauthstub.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.TestRun;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextHierarchy;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** For a hierarchy of contexts Spring tells the class that declares each level, and not the one that runs. */
class ContextHierarchyTest {

    /** It was told to write the annotation where it stood already. */
    @Test
    void hierarchyAndAnnotationOfASuperclass() {
        TestRun.of(HeirTestCases.class).succeeded(1);
    }

    /** It had no properties, and was not told why. */
    @Test
    void hierarchyOfASuperclass_annotationOfTheSubclass() {
        TestRun.of(AnnotatedHeirTestCases.class).succeeded(1);
    }

    @Test
    void levelOfTheSubclass_hasThemToo() {
        TestRun.of(TwoLevelsTestCases.class).succeeded(1);
    }

    @Test
    void nestedClass_hasThemToo() {
        TestRun.of(OuterTestCases.class).succeeded(2);
    }

    @Configuration(proxyBeanMethods = false)
    static class Parent {}

    @Configuration(proxyBeanMethods = false)
    static class Child {}

    private static void assertTold(ApplicationContext context, CxoneAuth auth) {
        assertThat(context.getEnvironment().getProperty("my.cxone.token-uri"))
                .isEqualTo(auth.tokenUri().toString());
    }

    abstract static class Told {
        @Test
        void test(@Autowired ApplicationContext context, CxoneAuth auth) {
            assertTold(context, auth);
        }
    }

    @CxoneAuthStub(properties = "my.cxone")
    @ExtendWith(SpringExtension.class)
    @ContextHierarchy(@ContextConfiguration(name = "parent", classes = Parent.class))
    abstract static class AnnotatedHierarchy extends Told {}

    static class HeirTestCases extends AnnotatedHierarchy {}

    @ExtendWith(SpringExtension.class)
    @ContextHierarchy(@ContextConfiguration(name = "parent", classes = Parent.class))
    abstract static class Hierarchy extends Told {}

    @CxoneAuthStub(properties = "my.cxone")
    static class AnnotatedHeirTestCases extends Hierarchy {}

    @CxoneAuthStub(properties = "my.cxone")
    @ContextHierarchy(@ContextConfiguration(name = "child", classes = Child.class))
    static class TwoLevelsTestCases extends Hierarchy {
        @Override
        @Test
        void test(@Autowired ApplicationContext context, CxoneAuth auth) {
            ApplicationContext parent = context.getParent();

            assertTold(context, auth);
            assertThat(parent).isNotNull();
            assertTold(parent, auth);
        }
    }

    @CxoneAuthStub(properties = "my.cxone")
    static class OuterTestCases extends Hierarchy {
        @Nested
        class Inner {
            @Test
            void test(@Autowired ApplicationContext context, CxoneAuth auth) {
                assertTold(context, auth);
            }
        }
    }
}
