package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.Header;
import java.util.List;
import java.util.stream.Collectors;

/** What a client can see of an answer. */
final class Wire {
    private Wire() {}

    /** The values of one header. */
    static List<String> values(Answer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .toList();
    }

    /** The value of access_token. */
    static String accessToken(Answer answer) {
        return answer.body().split("\"access_token\":\"", 2)[1].split("\"", 2)[0];
    }

    /** All of it, except for the time. */
    static String print(Answer answer) {
        String headers = answer.headers().stream()
                .filter(header -> !header.name().equals("Date"))
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining("\n"));
        return answer.status() + "\n" + headers + "\n\n" + answer.body();
    }
}
