package io.github.cxoneauthstub.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names who listens where may be administrated. */
class ListeningOriginTest {
    private static final Listening HERE = Listening.DEFAULT;

    @ParameterizedTest
    @ValueSource(strings = {"https://CXone.example/mock", "http://cxone.example.:8080"})
    void nameOfThePublicUrl_isHeard(String url) {
        Listening known = HERE.knownAs(URI.create(url));

        assertThat(isHeard(known, "cxone.example")).isTrue();
        assertThat(isHeard(known, "cxone.example.:443")).isTrue();
        assertThat(isHeard(known, "other.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.2", "::1"})
    void strangersName_isNotHeardOnThisMachine(String address) {
        assertThat(isHeard(HERE.at(address), "evil.example")).isFalse();
    }

    /** Containers and pods reach it by names that it cannot know; who binds it so is warned of all who come. */
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3"})
    void anyName_isHeardBeyondThisMachine(String address) {
        assertThat(isHeard(HERE.at(address), "cxone.testing.svc")).isTrue();
        assertThat(isHeard(HERE.at(address), "docker.corp.example:32768")).isTrue();
    }

    @Test
    void pageOfAnotherOrigin_isHeardNowhere() {
        assertThat(List.of(HERE, HERE.at("0.0.0.0")))
                .allSatisfy(listening -> assertThat(listening
                                .origin()
                                .objection(request("127.0.0.1", new Header("Origin", "http://evil.example"))))
                        .isPresent());
    }

    private static boolean isHeard(Listening listening, String host) {
        return listening.origin().objection(request(host)).isEmpty();
    }

    private static ArrivedRequest request(String host, Header... more) {
        List<Header> headers = new java.util.ArrayList<>(List.of(more));
        headers.add(new Header("Host", host));
        return new ArrivedRequest("POST", "/__admin/mappings", headers, new byte[0]);
    }
}
