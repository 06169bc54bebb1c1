package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import java.util.List;
import java.util.stream.Stream;

/** Request line and header lines as they arrived: one entry for each line, in order, duplicates included. */
record Head(String method, String target, String version, List<HttpHeader> lines) {

    Head {
        lines = List.copyOf(lines);
    }

    List<String> values(String name) {
        return lines.stream()
                .filter(line -> line.key().equalsIgnoreCase(name))
                .map(HttpHeader::firstValue)
                .toList();
    }

    boolean isHttp11() {
        return version.equals("HTTP/1.1");
    }

    boolean invites() {
        return isHttp11() && says("Expect", "100-continue");
    }

    boolean keepsConnection() {
        return isHttp11() ? !says("Connection", "close") : says("Connection", "keep-alive");
    }

    private boolean says(String name, String token) {
        return values(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .anyMatch(each -> each.strip().equalsIgnoreCase(token));
    }

    /** Nothing of what was sent: any part of it may be a secret. */
    @Override
    public String toString() {
        return "Head[" + lines.size() + " lines]";
    }
}
