package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A static field is there once for all subclasses, and only as long as one of them runs. */
@SuppressWarnings("NullAway") // it is the extension that fills the field
class StaticFieldsTest {

    /** The next class was told to run concurrently with others, because the field still belonged to the first. */
    @Test
    void fieldThatCouldNotBeFilled_isFilledForTheNextClass() {
        TestRun run = TestRun.of(UnableTestCases.class, NextTestCases.class);

        assertThat(run.failure()).hasMessage("no server, as the test wants");
        assertThat(run.published("next")).containsExactly("filled");
        assertThat(Ancestor.auth).isNull();
    }

    abstract static class Ancestor {
        static CxoneAuth auth;
    }

    static class Unable implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            StaticFields.fill(context, field -> {
                throw new IllegalStateException("no server, as the test wants");
            });
        }
    }

    @ExtendWith(Unable.class)
    static class UnableTestCases extends Ancestor {
        @Test
        void neverRuns() {}
    }

    @CxoneAuthStub
    static class NextTestCases extends Ancestor {
        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("next", auth == null ? "empty" : "filled");
        }
    }
}
