package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Client and front did not come to speak TLS. */
final class NotAgreed extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Disagreement why;
    private final transient Optional<Consumer<Disagreement>> told;

    NotAgreed(Disagreement why) {
        this(why, Optional.empty());
    }

    private NotAgreed(Disagreement why, Optional<Consumer<Disagreement>> told) {
        super(why.sentence());
        this.why = why;
        this.told = told;
    }

    /** The same, to be told to whoever was there when the client began. */
    NotAgreed to(Consumer<Disagreement> listener) {
        return new NotAgreed(why, Optional.of(listener));
    }

    /** Whom to tell; empty if the client had not begun. */
    Optional<Consumer<Disagreement>> told() {
        return told;
    }

    Disagreement why() {
        return why;
    }
}
