package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.Header;
import java.time.Duration;
import java.util.List;

/** Something that goes wrong on purpose. An outage answers instead of the endpoint; a distortion changes its answer. */
sealed interface Mishap {

    /** Answers instead of the endpoint, which never sees the request. */
    sealed interface Outage extends Mishap {
        Answer answer();

        /** The wait that it asks for. */
        Duration retryAfter();
    }

    /** Changes the finished answer of the endpoint; the decision stands. */
    sealed interface Distortion extends Mishap {
        Answer distort(Answer answer);
    }

    /**
     * 429 with Retry-After in seconds (RFC 6585 section 4, RFC 9110 section 10.2.3); no body, because none is known,
     * except in words of a product that has some.
     */
    record TooManyRequests(Duration retryAfter) implements Outage {
        public TooManyRequests {
            retryAfter = Duration.ofSeconds(retryAfter.plusNanos(999_999_999).toSeconds());
        }

        @Override
        public Answer answer() {
            return new Answer(429, List.of(new Header("Retry-After", String.valueOf(retryAfter.toSeconds()))), "");
        }
    }

    /** Holds the answer back, in real time. */
    record Held(Duration time) implements Distortion {
        @Override
        public Answer distort(Answer answer) {
            return answer.held(time);
        }
    }
}
