package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a handle is handed to, and where not. */
@SuppressWarnings("NullAway") // it is the extension that fills the fields
class InjectionTest {

    @Test
    void constructorLifecycleAndTestMethods_getOneHandle() {
        TestRun.of(EverywhereTestCases.class).succeeded(2);
    }

    @Test
    void onePerClassInstance_hasOneHandleForAllMethods() {
        TestRun.of(PerClassTestCases.class).succeeded(2);
    }

    @Test
    void fields_areFilledInSuperclassesTooWhateverTheirVisibility() {
        TestRun.of(FieldTestCases.class).succeeded(1);
    }

    @Test
    void fieldThatTheUserFilled_isLeftAlone() {
        TestRun.of(OwnValueTestCases.class).succeeded(1);
    }

    @Test
    void staticField_isFilledBeforeTheClassAndEmptiedAfterIt() {
        TestRun.of(StaticFieldTestCases.class).succeeded(2);

        assertThat(StaticFieldTestCases.auth).isNull();
        TestRun.of(StaticFieldTestCases.class).succeeded(2);
    }

    @Test
    void staticFieldOfASuperclass_isFilledAnewForEachSubclass() {
        TestRun.of(FirstHeirTestCases.class, SecondHeirTestCases.class).succeeded(2);
    }

    @Test
    void templatesAndFactories_getAHandleEach() {
        TestRun.of(TemplateTestCases.class).succeeded(7);
    }

    @CxoneAuthStub
    static class EverywhereTestCases {
        private static CxoneAuth inBeforeAll;
        private final CxoneAuth inConstructor;
        private CxoneAuth inBeforeEach;

        EverywhereTestCases(CxoneAuth auth) {
            this.inConstructor = auth;
        }

        @BeforeAll
        static void beforeAll(CxoneAuth auth) {
            inBeforeAll = auth;
        }

        @BeforeEach
        void beforeEach(CxoneAuth auth) {
            inBeforeEach = auth;
        }

        @Test
        void first(CxoneAuth auth) {
            same(auth);
        }

        @Test
        void second(TestInfo info, CxoneAuth auth) {
            same(auth);
        }

        private void same(CxoneAuth auth) {
            assertThat(auth).isSameAs(inBeforeAll).isSameAs(inConstructor).isSameAs(inBeforeEach);
            assertThat(Http.token(auth)).isNotEmpty();
        }

        @AfterEach
        void afterEach(CxoneAuth auth) {
            assertThat(auth.exchanges().issuedTokens()).isEqualTo(1);
        }

        @AfterAll
        static void afterAll(CxoneAuth auth) {
            assertThat(auth).isSameAs(inBeforeAll);
        }
    }

    @CxoneAuthStub
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases {
        private final CxoneAuth inConstructor;
        private CxoneAuth inField;

        PerClassTestCases(CxoneAuth auth) {
            this.inConstructor = auth;
        }

        @BeforeAll
        void beforeAll(CxoneAuth auth) {
            assertThat(auth).isSameAs(inConstructor).isSameAs(inField);
        }

        @Test
        void first(CxoneAuth auth) {
            assertThat(auth).isSameAs(inConstructor).isSameAs(inField);
        }

        @Test
        void second() {
            assertThat(Http.token(inField)).isNotEmpty();
            assertThat(inConstructor.exchanges().issuedTokens()).isEqualTo(1);
        }
    }

    static class BaseOfFields {
        private CxoneAuth hidden;

        CxoneAuth hidden() {
            return hidden;
        }
    }

    @CxoneAuthStub
    static class FieldTestCases extends BaseOfFields {
        private CxoneAuth auth;
        protected CxoneAuth another;
        AutoCloseable ofAnotherType;

        @Test
        void filled(CxoneAuth parameter) {
            assertThat(auth).isSameAs(parameter).isSameAs(another).isSameAs(hidden());
            assertThat(ofAnotherType).isNull();
        }
    }

    @CxoneAuthStub
    static class OwnValueTestCases {
        private static final CxoneAuth OWN = CxoneAuth.start();
        private static CxoneAuth staticOne = OWN;
        private CxoneAuth one = OWN;
        private final CxoneAuth none = null;

        @Test
        void kept() {
            assertThat(one).isSameAs(OWN).isSameAs(staticOne);
            assertThat(none).isNull();
        }

        @AfterAll
        static void close() {
            OWN.close();
        }
    }

    @CxoneAuthStub
    static class StaticFieldTestCases {
        static CxoneAuth auth;

        @BeforeAll
        static void beforeAll() {
            assertThat(auth).isNotNull();
        }

        @Test
        void first() {
            assertThat(Http.token(auth)).isNotEmpty();
            assertThat(auth.exchanges().issuedTokens()).isEqualTo(1);
        }

        @Test
        void second() {
            first();
        }
    }

    @CxoneAuthStub
    abstract static class ShareTestCases {
        static CxoneAuth auth;

        @Test
        void isOpen() {
            assertThat(Http.token(auth)).isNotEmpty();
        }
    }

    static class FirstHeirTestCases extends ShareTestCases {}

    static class SecondHeirTestCases extends ShareTestCases {}

    @CxoneAuthStub
    static class TemplateTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number, CxoneAuth auth) {
            once(auth);
        }

        @RepeatedTest(2)
        void repeated(CxoneAuth auth) {
            once(auth);
        }

        @TestFactory
        Stream<DynamicTest> dynamic(CxoneAuth auth) {
            once(auth);
            return Stream.of("a", "b")
                    .map(name -> DynamicTest.dynamicTest(
                            name,
                            () -> assertThat(auth.exchanges().issuedTokens()).isEqualTo(1)));
        }

        @TestFactory
        DynamicTest alone(CxoneAuth auth) {
            return DynamicTest.dynamicTest("alone", () -> once(auth));
        }

        private static void once(CxoneAuth auth) {
            assertThat(Http.token(auth)).isNotEmpty();
            assertThat(auth.exchanges().issuedTokens()).isEqualTo(1);
        }
    }
}
