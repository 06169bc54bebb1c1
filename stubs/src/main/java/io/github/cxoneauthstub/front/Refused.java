package io.github.cxoneauthstub.front;

import java.io.IOException;

/** What was received is no request that the engine could be asked about; names the 4xx to answer instead. */
final class Refused extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;

    /**
     * @param status the 4xx
     * @param reason one sentence for the client; never quotes what was received, for that may hold a secret
     */
    Refused(int status, String reason) {
        super(reason);
        this.status = status;
        this.reason = reason;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
