package io.github.cxoneauthstub.samples.benchmarks.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The request that every contestant is asked with. */
public final class TokenRequest {
    /** The id of the client. */
    public static final String ID = "reporting";

    /** Its secret, which needs no encoding, so that no contestant may trip over it. */
    public static final String SECRET = "benchmark-secret";

    /** Of {@code reporting:benchmark-secret}. */
    static final String AUTHORIZATION = "Basic cmVwb3J0aW5nOmJlbmNobWFyay1zZWNyZXQ=";

    static final String FORM = "application/x-www-form-urlencoded";
    static final String BODY = "grant_type=client_credentials";

    private TokenRequest() {}

    /** The whole request as it goes over the wire. */
    public static byte[] bytes(String path, int port) {
        return post(path, port, "Authorization: " + AUTHORIZATION + "\r\nContent-Type: " + FORM + "\r\n", BODY);
    }

    /**
     * A request with a body, as it goes over the wire.
     *
     * @param headers whole lines
     */
    public static byte[] post(String path, int port, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + "Content-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(ISO_8859_1);
    }

    /**
     * A request without a body, as it goes over the wire.
     *
     * @param headers whole lines
     */
    public static byte[] get(String path, int port, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + "\r\n")
                .getBytes(ISO_8859_1);
    }
}
