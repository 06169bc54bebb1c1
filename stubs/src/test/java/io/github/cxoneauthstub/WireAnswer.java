package io.github.cxoneauthstub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One answer as it came over a real socket, and whether it is one that a client may get for a bad request. */
record WireAnswer(String statusLine, List<String> headers, String body) {
    private static final Set<Integer> OF_THE_FRONT = Set.of(400, 405, 408, 413, 414, 431);
    private static final Set<Integer> OF_THE_MODEL = Set.of(400, 401, 403, 404, 405);
    /** A revocation that found nothing, a logout, somebody sent back, and refusals that say no more. */
    private static final Set<Integer> WITHOUT_BODY = Set.of(200, 204, 302, 400, 401, 403, 404, 405);

    private static final String TEXT = "[ !#-\\[\\]-~]+";

    /** All answers of a conversation, without those that only invite to go on. */
    static List<WireAnswer> all(String received) {
        List<WireAnswer> answers = new ArrayList<>();
        for (int at = 0; at < received.length(); ) {
            int end = received.indexOf("\r\n\r\n", at);
            assertThat(end).as("the end of the head in: %s", received).isPositive();
            List<String> head = List.of(received.substring(at, end).split("\r\n", -1));
            at = end + 4;
            String body = body(head, received, at);
            at += body.length();
            WireAnswer answer = new WireAnswer(head.get(0), head.subList(1, head.size()), body);
            if (answer.status() >= 200) {
                answers.add(answer);
            }
        }
        return answers;
    }

    /** An answer to HEAD announces a body that never comes. */
    private static String body(List<String> head, String received, int from) {
        boolean none = from == received.length() || received.startsWith("HTTP/1.", from);
        int length =
                none ? 0 : value(head, "Content-Length").map(Integer::parseInt).orElse(0);
        assertThat(received.length() - from).as("bytes of body").isGreaterThanOrEqualTo(length);
        return received.substring(from, from + length);
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    int status() {
        return Integer.parseInt(statusLine.split(" ", 3)[1]);
    }

    boolean isRefusal() {
        return status() >= 400;
    }

    /** Fails unless it is a success, a refusal of the front, or a refusal that the model makes. */
    void assertAllowed() {
        assertThat(statusLine).matches("HTTP/1\\.1 (200|204|302|4\\d\\d) [A-Za-z -]+");
        assertThat(headers).noneMatch(line -> line.startsWith("Server:"));
        String type = value(headers, "Content-Type").orElse("");
        switch (type) {
            case "text/plain; charset=utf-8" -> assertOfTheFront();
            case "application/json" -> assertJson();
            default -> {
                assertThat(type + body).isEmpty();
                assertThat(status()).isIn(WITHOUT_BODY);
            }
        }
    }

    private void assertOfTheFront() {
        assertThat(status()).isIn(OF_THE_FRONT);
        assertThat(body).matches("(?:[a-zA-Z][ -~]{10,120}\n)?");
        assertThat(headers).contains("Connection: close");
    }

    private void assertJson() {
        if (isRefusal() && !body.isEmpty()) {
            assertThat(status()).isIn(OF_THE_MODEL);
            assertThat(body)
                    .matches("\\{\"error\":\"" + TEXT + "\"(?:,\"description\":\"" + TEXT + "\")?"
                            + "(?:,\"error_description\":\"" + TEXT + "\")?}"
                            + "|\\{\"message\":\"Not Found\"}");
        } else {
            assertThat(body).matches("(?s)(?:\\{.*})?");
        }
    }
}
