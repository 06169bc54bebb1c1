package io.github.cxoneauthstub.front;

import java.io.IOException;

/** Client and front did not come to speak TLS. */
final class NotAgreed extends IOException {

    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param reason one sentence of ours, which quotes nothing */
    NotAgreed(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
