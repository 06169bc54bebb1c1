package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Client and front did not come to speak TLS. */
final class NotAgreed extends IOException {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final transient Optional<Consumer<String>> told;

    /** @param reason one sentence of ours, which quotes nothing */
    NotAgreed(String reason) {
        this(reason, Optional.empty());
    }

    private NotAgreed(String reason, Optional<Consumer<String>> told) {
        super(reason);
        this.reason = reason;
        this.told = told;
    }

    /** The same, to be told to whoever was there when the client began. */
    NotAgreed to(Consumer<String> listener) {
        return new NotAgreed(reason, Optional.of(listener));
    }

    /** Whom to tell; empty if the client had not begun. */
    Optional<Consumer<String>> told() {
        return told;
    }

    String reason() {
        return reason;
    }
}
