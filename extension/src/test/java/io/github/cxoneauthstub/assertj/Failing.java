package io.github.cxoneauthstub.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cxoneauthstub.auth.exchange.Timeline;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.opentest4j.AssertionFailedError;

/** Assertions on assertions. */
final class Failing {
    private Failing() {}

    /** It fails with this sentence above the timeline. */
    static void assertFails(ThrowingCallable assertion, String sentence) {
        String message = message(assertion);
        assertThat(message.lines().findFirst()).contains(sentence);
        assertThat(message).contains("\n  " + Timeline.HEADING + " (");
    }

    /** It fails with this message and nothing else. */
    static void assertFailsWith(ThrowingCallable assertion, String message) {
        assertThat(message(assertion)).isEqualTo(message);
    }

    private static String message(ThrowingCallable assertion) {
        Throwable failure = catchThrowable(assertion);
        assertThat(failure).isInstanceOf(AssertionFailedError.class);
        return String.valueOf(failure.getMessage());
    }

    /** It is refused because it asks for what cannot be. */
    static void assertRefused(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
