package io.github.cxoneauthstub.samples.accesskey;

/** CXone refused, or gave no answer that can be used. Holds no secret, so it can be logged. */
public final class CxoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    CxoneException(int status, String message) {
        super(message);
        this.status = status;
    }

    CxoneException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The HTTP status, or 0 if there was none. */
    public int status() {
        return status;
    }
}
