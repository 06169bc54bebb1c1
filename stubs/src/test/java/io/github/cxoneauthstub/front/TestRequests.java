package io.github.cxoneauthstub.front;

/** Requests as the bytes that are sent, one character for each: valid ones, to which a test adds what is odd. */
final class TestRequests {

    /** What must never be quoted by an answer, a reason or a log. */
    static final String CANARY = "s3cr3t";

    private TestRequests() {}

    static String get(String target) {
        return head("GET " + target);
    }

    /** A whole head with a Host, without anything that announces a body unless a line does. */
    static String head(String methodAndTarget, String... lines) {
        String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
        return methodAndTarget + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
    }

    static String post(String header, String body) {
        return head("POST /a", header, "Content-Length: " + body.length()) + body;
    }

    static String form(String body) {
        return post("Content-Type: application/x-www-form-urlencoded", body);
    }

    /** A request whose body is framed by whoever calls. */
    static String chunked(String framed) {
        return head("POST /a", "Transfer-Encoding: chunked") + framed;
    }
}
