package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Who answers for what, in every order in which dynamic tests may begin and end. */
class StrictCheckTest {
    private final CxoneAuth auth = CxoneAuth.start();
    private final StrictCheck check = new StrictCheck();

    @AfterEach
    void close() {
        auth.close();
    }

    @Test
    void partThatWasAlone_answersForItself() {
        StrictCheck.Part first = check.begin(auth);
        Http.wrongSecret(auth);
        assertFails(first, "#1");

        StrictCheck.Part second = check.begin(auth);
        Http.get(auth, "/unknown");
        assertFails(second, "#2");

        assertPassesAtLast();
    }

    @Test
    void partsThatOverlap_leaveItToTheRest() {
        StrictCheck.Part first = check.begin(auth);
        Http.wrongSecret(auth);
        StrictCheck.Part second = check.begin(auth);
        assertPasses(first);
        StrictCheck.Part third = check.begin(auth);
        assertPasses(second);
        assertPasses(third);

        assertFailsAtLast("there was 1: #1 SECRET_WRONG;");
    }

    @Test
    void partAfterThoseThatOverlapped_answersOnlyForItself() {
        StrictCheck.Part first = check.begin(auth);
        StrictCheck.Part second = check.begin(auth);
        Http.wrongSecret(auth);
        assertPasses(second);
        assertPasses(first);

        StrictCheck.Part alone = check.begin(auth);
        Http.get(auth, "/unknown");
        assertFails(alone, "#2");

        assertFailsAtLast("there was 1: #1 SECRET_WRONG;");
    }

    @Test
    void abortedPart_takesWithItOnlyWhatItDidAlone() {
        StrictCheck.Part alone = check.begin(auth);
        Http.wrongSecret(auth);
        abort(alone);
        assertPassesAtLast();

        StrictCheck.Part aborted = check.begin(auth);
        StrictCheck.Part other = check.begin(auth);
        Http.get(auth, "/unknown");
        abort(aborted);
        assertPasses(other);

        assertFailsAtLast("there was 1: #2 PATH_UNKNOWN;");
    }

    private static void abort(StrictCheck.Part part) {
        TestAbortedException abortion = new TestAbortedException("as the test wants");
        part.check(Optional.of(abortion));
        assertThat(abortion).hasNoSuppressedExceptions();
    }

    private static void assertPasses(StrictCheck.Part part) {
        assertThatCode(() -> part.check(Optional.empty())).doesNotThrowAnyException();
    }

    private static void assertFails(StrictCheck.Part part, String number) {
        assertThatThrownBy(() -> part.check(Optional.empty()))
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("there was 1: " + number + " ");
    }

    private void assertPassesAtLast() {
        assertThatCode(() -> check.check(auth, Optional.empty())).doesNotThrowAnyException();
    }

    private void assertFailsAtLast(String sentence) {
        assertThatThrownBy(() -> check.check(auth, Optional.empty()))
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessageContaining(sentence);
    }
}
