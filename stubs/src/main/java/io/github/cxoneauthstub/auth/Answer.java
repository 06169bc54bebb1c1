package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.Header;
import java.time.Duration;
import java.util.List;

/**
 * What the wire says, and all that it says: whoever writes it sees no reason, so none can leak.
 *
 * @param status the HTTP status
 * @param headers the header lines in their order; framing is the front's
 * @param body the body; empty for none
 * @param heldFor how long it is held back, in real time
 * @since 0.1.0
 */
public record Answer(int status, List<Header> headers, String body, Duration heldFor) {

    /** Keeps its own copy of the headers. */
    public Answer {
        headers = List.copyOf(headers);
    }

    Answer(int status, List<Header> headers, String body) {
        this(status, headers, body, Duration.ZERO);
    }

    Answer held(Duration time) {
        return new Answer(status, headers, body, heldFor.plus(time));
    }

    /** The status and how much there is: the body may hold a token. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + headers.size() + " headers, " + body.length() + " characters]";
    }
}
