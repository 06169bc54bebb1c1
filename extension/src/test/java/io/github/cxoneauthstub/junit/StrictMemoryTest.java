package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strict test forgets nothing, and says all that would have had to be expected. */
class StrictMemoryTest {

    @ParameterizedTest
    @ValueSource(classes = {ClearedTestCases.class, ManyTestCases.class})
    void refusalThatIsNoLongerKept_failsTheTestAndIsShown(Class<?> strict) {
        assertThat(TestRun.of(strict).failure())
                .message()
                .contains("there was 1: #1 SECRET_WRONG; ", "\n  #1 +", "rule      secret-matches: ");
    }

    @Test
    void behaviourThatIsNoLongerKept_failsTheTestToo() {
        assertThat(TestRun.of(ClearedRetryTestCases.class).failure())
                .message()
                .contains("there was 1: #2 SECRET_WRONG (", "auth.expect(Mistake.RETRIED_UNCHANGED)\n");
    }

    @Test
    void manyAlike_areCounted() {
        assertThat(TestRun.of(ManyRefusedTestCases.class).failure())
                .message()
                .contains("there were 60: #1 PATH_UNKNOWN", ", #8 PATH_UNKNOWN")
                .doesNotContain(", #9 PATH_UNKNOWN");
    }

    @Test
    void remedy_namesAllThatHappened() {
        assertThat(TestRun.of(SeveralTestCases.class).failure())
                .message()
                .contains("; what is meant to happen is said with auth.expect(Reason.SECRET_WRONG,"
                        + " Reason.PATH_UNKNOWN); auth.expect(Mistake.RETRIED_UNCHANGED)\n");
    }

    @CxoneAuthStub(strict = true)
    static class ClearedTestCases {
        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
            auth.exchanges().clear();
            Http.get(auth, "/auth/jwks");
        }
    }

    @CxoneAuthStub(strict = true)
    static class ManyTestCases {
        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
            URI keys = auth.jwksUri();
            for (int i = 0; i < 1_000; i++) {
                Http.get(keys);
            }
            assertThat(auth.exchanges().rejected()).isEmpty();
        }
    }

    @CxoneAuthStub(strict = true)
    static class ClearedRetryTestCases {
        @Test
        void refusedTwice(CxoneAuth auth) {
            auth.expect(Reason.SECRET_WRONG);
            Http.wrongSecret(auth);
            Http.wrongSecret(auth);
            auth.exchanges().clear();
        }
    }

    @CxoneAuthStub(strict = true)
    static class ManyRefusedTestCases {
        @Test
        void refused(CxoneAuth auth) {
            for (int i = 0; i < 30; i++) {
                Http.get(auth, "/unknown/" + i);
            }
            auth.exchanges().clear();
            for (int i = 30; i < 60; i++) {
                Http.get(auth, "/unknown/" + i);
            }
        }
    }

    @CxoneAuthStub(strict = true)
    static class SeveralTestCases {
        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
            Http.wrongSecret(auth);
            Http.get(auth, "/unknown");
        }
    }
}
