package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.json.JacksonJson;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refused request as a command; secrets are variables. */
class CurlCommandTest {
    private static final URI BASE = URI.create("http://127.0.0.1:4711");
    private static final String SECRET = "s3cret+/=";
    private static final Header FORM = new Header("Content-Type", "application/x-www-form-urlencoded");

    @Test
    void formWithASecret() {
        assertThat(curl(
                        "POST",
                        "/oauth/token",
                        "grant_type=client_credentials&client_id=reporting&client_secret=s3cret+/=",
                        FORM))
                .contains(
                        "curl -i -X POST \"http://127.0.0.1:4711/oauth/token\""
                                + " -H \"Content-Type: application/x-www-form-urlencoded\""
                                + " --data-raw \"grant_type=client_credentials&client_id=reporting&client_secret=$CLIENT_SECRET\"");
    }

    @Test
    void basic() {
        assertThat(curl("POST", "/oauth/token", "grant_type=client_credentials", basic("reporting:" + SECRET), FORM))
                .contains("curl -i -X POST \"http://127.0.0.1:4711/oauth/token\" -u \"reporting:$CLIENT_SECRET\""
                        + " -H \"Content-Type: application/x-www-form-urlencoded\""
                        + " --data-raw \"grant_type=client_credentials\"");
    }

    /** What curl would encode in another way is sent as it was. */
    @ParameterizedTest
    @CsvSource({"Basic !!!", "Basic cmVwb3J0aW5nOnMzY3JldA", "Negotiate abc", "reporting:secret"})
    void otherAuthorization(String value) {
        assertThat(curl("GET", "/users/me", "", new Header("Authorization", value)))
                .contains("curl -i -X GET \"http://127.0.0.1:4711/users/me\" -H \"Authorization: $AUTHORIZATION\"");
    }

    @Test
    void basicWithTheSecretForAnId() {
        assertThat(curl("POST", "/oauth/token", "", basic(SECRET + ":reporting"))
                        .orElse(""))
                .contains("-H \"Authorization: $AUTHORIZATION\"")
                .doesNotContain("s3cret");
    }

    /** What stands before a colon or an & in a secret is a part of it. */
    @Test
    void halfOfASecretInThePlaceOfTheId() {
        assertThat(curl("POST", "/oauth/token", "", basic("abc:def:reporting")).orElse(""))
                .doesNotContain("abc");
        assertThat(curl("POST", "/oauth/token", "client_id=abc&def&client_secret=reporting", FORM)
                        .orElse(""))
                .endsWith("--data-raw \"client_id=$CLIENT_ID&$PARAMETER&client_secret=$CLIENT_SECRET\"");
    }

    @Test
    void bodyWithoutLabel_isSentWithoutOne() {
        assertThat(curl("POST", "/oauth/token", "scope=a").orElse(""))
                .endsWith("/oauth/token\" -H \"Content-Type:\" --data-raw \"scope=a\"");
    }

    @Test
    void head_waitsForNoBody() {
        assertThat(curl("HEAD", "/users/me", "")).contains("curl --head \"http://127.0.0.1:4711/users/me\"");
    }

    @Test
    void bearer() {
        assertThat(curl("GET", "/users/me?page=2", "", new Header("Authorization", "bearer a.b.c")))
                .contains("curl -i -X GET \"http://127.0.0.1:4711/users/me?$PARAMETER\""
                        + " -H \"Authorization: bearer $ACCESS_TOKEN\"");
    }

    @Test
    void secretInTheQuery() {
        assertThat(curl("POST", "/oauth/token?grant_type=client_credentials&client_secret=abc", ""))
                .contains("curl -i -X POST \"http://127.0.0.1:4711/oauth/token?"
                        + "grant_type=client_credentials&client_secret=$CLIENT_SECRET\"");
    }

    /** A secret with an & that was not encoded becomes a parameter of its own. */
    @Test
    void halfOfASecretAsAName() {
        assertThat(curl("POST", "/oauth/token", "client_secret=abc&def=&scope=a", FORM)
                        .orElse(""))
                .endsWith("--data-raw \"client_secret=$CLIENT_SECRET&$PARAMETER&scope=a\"");
    }

    @Test
    void secretAsAScope_orInThePath() {
        assertThat(curl("POST", "/s3cret+/=", "scope=" + SECRET, FORM).orElse(""))
                .contains("\"http://127.0.0.1:4711$REQUEST_PATH\"")
                .contains("scope=$SCOPE")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]",
                "<a b=\"c\"/>",
                "plain words",
                "'a=b\nc=d'",
                "{\"half-of-a-secret\":1}",
                "{\"client_id\":null}",
                "{\"client_id\":\"a\",\"client_id\":\"b\"}"
            })
    void otherBody_isReadFromAFile(String body) {
        assertThat(curl("POST", "/oauth/token", body).orElse("")).endsWith(" --data-binary @body-as-sent");
    }

    @Test
    void jsonObject_isWrittenWithoutItsSecrets() {
        assertThat(curl("POST", "/oauth/token", """
                        { "grant_type": "client_credentials", "client_id" : "reporting",
                          "client_secret": "x", "accessKeyId": "it's", "duration": 3600 }""").orElse("")).endsWith("""
                        --data-raw '{"grant_type":"client_credentials","client_id":"reporting",\
                        "client_secret":"'"$CLIENT_SECRET"'","accessKeyId":"it'\\''s","duration":3600}'""");
    }

    /** What a shell reads in double quotes would not be sent as it came. */
    @Test
    void charactersOfTheShell_areQuoted() {
        assertThat(curl("POST", "/oauth/token", "client_secret=abc&scope=$(id)`id`\"\\!'", FORM)
                        .orElse(""))
                .endsWith("--data-raw 'client_secret='\"$CLIENT_SECRET\"'&scope=$(id)`id`\"\\!'\\'''");
    }

    /** A second value has a variable of its own, the same one has not. */
    @Test
    void severalSecrets() {
        assertThat(curl(
                                "POST",
                                "/oauth/token",
                                "client_secret=first&client_secret=second",
                                basic("reporting:first"),
                                FORM)
                        .orElse(""))
                .contains("-u \"reporting:$CLIENT_SECRET\"")
                .endsWith("--data-raw \"client_secret=$CLIENT_SECRET&client_secret=$CLIENT_SECRET_2\"");
    }

    /** curl sends no credentials of -u beside a header of that name. */
    @Test
    void severalAuthorizations() {
        assertThat(curl("GET", "/users/me", "", basic("reporting:first"), new Header("Authorization", "Bearer a.b.c")))
                .contains("curl -i -X GET \"http://127.0.0.1:4711/users/me\" -H \"Authorization: $AUTHORIZATION\""
                        + " -H \"Authorization: Bearer $ACCESS_TOKEN\"");
    }

    /** curl takes dots out of an address, and reads brackets as a pattern. */
    @ParameterizedTest
    @CsvSource({"/a/../oauth/token", "/oauth/./token", "/oauth/{token}", "/oauth/[1-3]", "/oauth/tok en"})
    void targetThatCurlWouldChange(String path) {
        assertThat(curl("POST", path, ""))
                .contains("curl -i -X POST --request-target \"" + path + "\" \"http://127.0.0.1:4711\"");
    }

    @Test
    void longForm_isBounded() {
        assertThat(curl("POST", "/oauth/token", "scope=a&".repeat(200), FORM).orElse(""))
                .endsWith("scope=a&$REST\"")
                .hasSizeLessThan(400);
        assertThat(curl("POST", "/oauth/token", "scope=a&".repeat(2000), FORM).orElse(""))
                .endsWith("--data-binary @body-as-sent");
    }

    @Test
    void methodThatNobodyKnows_isNotRepeated() {
        assertThat(curl("G\"; rm", "/", "")).isEmpty();
    }

    private static Header basic(String plain) {
        return new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)));
    }

    private static Optional<String> curl(String method, String target, String body, Header... headers) {
        ArrivedRequest request = new ArrivedRequest(
                method, target, target.replace("{", "%7B"), List.of(headers), body.getBytes(UTF_8), 0, false);
        return CurlCommand.of(
                request,
                BASE,
                RequestSecrets.redactor(request, List.of(SECRET)),
                List.of("reporting"),
                bytes -> new JacksonJson().read(bytes, JsonLimits.USUAL));
    }
}
