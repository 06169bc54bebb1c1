package io.github.cxoneauthstub.auth.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivedRequestTest {

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/a//b/../%41, /a//b/../%41",
        "/a?b=c, /a",
        "/a?b?c, /a",
        "http://host:1/a?b, /a",
        "HTTPS://user@host/a, /a",
        "http://host, /",
        "http://host?b, /",
        "//host/a, //host/a",
        "*, *"
    })
    void path_isAsSentWithoutQueryAndAuthority(String target, String path) {
        assertThat(to(target).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"/a?b=c, b=c", "/a?b?c, b?c", "/a?, ''", "http://host?x=1, x=1"})
    void query_isWhatFollowsTheFirstQuestionMark(String target, String query) {
        assertThat(to(target).query()).contains(query);
    }

    @Test
    void query_isEmptyWithoutAQuestionMark() {
        assertThat(to("/a").query()).isEmpty();
        assertThat(to("/a").queryParameters()).isSameAs(Form.EMPTY);
    }

    @Test
    void queryParameters_areReadAsAForm() {
        assertThat(to("/a?client_id=a%20b&x=%zz").queryParameters().value("client_id"))
                .contains("a b");
    }

    @Test
    void headerName_isFoundInAnyCaseAndAllLinesInOrder() {
        ArrivedRequest request = with(new Header("X-A", "1"), new Header("Other", "2"), new Header("x-a", "3"));

        assertThat(request.values("X-a")).containsExactly("1", "3");
        assertThat(request.value("X-A")).contains("1");
        assertThat(request.value("absent")).isEmpty();
    }

    @Test
    void headers_areACopy() {
        List<Header> lines = new ArrayList<>(List.of(new Header("A", "1")));
        ArrivedRequest request = new ArrivedRequest("GET", "/", lines, new byte[0]);

        lines.clear();

        assertThat(request.headers()).containsExactly(new Header("A", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-URLEncoded",
                "application/x-www-form-urlencoded;charset=UTF-8",
                "application/x-www-form-urlencoded ; charset=\"x;y\"; foo"
            })
    void formLabel_isKnownInAnyCaseAndWithAnyParameters(String type) {
        assertThat(with(new Header("content-type", type)).isForm()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "application/json",
                "text/plain",
                "x-www-form-urlencoded",
                "application/x-www-form-urlencoded2"
            })
    void otherLabel_isNoForm(String type) {
        assertThat(with(new Header("Content-Type", type)).isForm()).isFalse();
    }

    @Test
    void absentLabel_isNoForm() {
        assertThat(to("/").isForm()).isFalse();
        assertThat(to("/").mediaType()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";charset=utf-8", " ; q=1"})
    void labelWithoutAType_isNone(String type) {
        assertThat(with(new Header("Content-Type", type)).mediaType()).isEmpty();
    }

    @Test
    void url_isWhatTheEngineMatches() {
        assertThat(to("http://h/a%zz?b").url()).isEqualTo("/a%zz?b");
        assertThat(new ArrivedRequest("GET", "/a%zz?b", "/a%25zz?b", List.of(), new byte[0], 0, false).url())
                .isEqualTo("/a%25zz?b");
    }

    @Test
    void fingerprint_isEqualForEqualRequestsOnly() {
        ArrivedRequest request = new ArrivedRequest("POST", "/a?b", List.of(new Header("A", "1")), bytes("x"));

        assertThat(request.fingerprint())
                .isEqualTo(new ArrivedRequest("POST", "/a?b", List.of(), bytes("x")).fingerprint())
                .isNotEqualTo(new ArrivedRequest("PUT", "/a?b", List.of(), bytes("x")).fingerprint())
                .isNotEqualTo(new ArrivedRequest("POST", "/b?b", List.of(), bytes("x")).fingerprint())
                .isNotEqualTo(new ArrivedRequest("POST", "/a?c", List.of(), bytes("x")).fingerprint())
                .isNotEqualTo(new ArrivedRequest("POST", "/a?b", List.of(), bytes("y")).fingerprint())
                .isNotEqualTo(
                        new ArrivedRequest("POST", "/a?b", List.of(new Header("authorization", "Basic x")), bytes("x"))
                                .fingerprint());
    }

    @Test
    void program_isToldByTheUserAgentAlone() {
        ArrivedRequest curl = with(new Header("User-Agent", "curl/8.5.0"));

        assertThat(curl.program())
                .isEqualTo(with(new Header("user-agent", "curl/8.5.0"), new Header("A", "1"))
                        .program())
                .isNotEqualTo(with(new Header("User-Agent", "axios/1.7.2")).program())
                .isNotEqualTo(with().program());
        assertThat(curl.connection()).isZero();
    }

    @Test
    void text_quotesNothing() {
        ArrivedRequest request =
                new ArrivedRequest("S3CRET", "/s3cret", List.of(new Header("s3cret", "s3cret")), bytes("s3cret"));

        assertThat(request).hasToString("ArrivedRequest[6 bytes of body]");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static ArrivedRequest to(String target) {
        return new ArrivedRequest("GET", target, List.of(), new byte[0]);
    }

    private static ArrivedRequest with(Header... headers) {
        return new ArrivedRequest("GET", "/", List.of(headers), new byte[0]);
    }
}
