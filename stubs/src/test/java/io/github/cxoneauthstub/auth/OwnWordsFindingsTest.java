package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret may be a word that our sentences are made of. */
class OwnWordsFindingsTest {
    private static final TestRequest JSON = TestRequest.token(TestServer.OAUTH)
            .without("Authorization")
            .header("Content-Type", "application/json")
            .body("{\"grant_type\":\"client_credentials\",\"client_secret\":\"other\"}");

    @ParameterizedTest
    @ValueSource(strings = {"client_secret", "Client_Secret", "object", "json", "grant_type"})
    void secretThatIsOneOfOurWords_hidesNoSentence(String secret) {
        assertThat(finding(secret, JSON).seen()).startsWith("a JSON object with grant_type, client_secret, labelled ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "client_secret", "basic"})
    void secretThatIsAWordOfAnotherSentence_hidesThatNeither(String secret) {
        assertThat(Found.seen(
                        server(secret),
                        TestRequest.tokenByBody(TestServer.OAUTH).basic("reporting", "other"),
                        Mistake.BOTH_PLACES))
                .hasValueSatisfying(
                        seen -> assertThat(seen).startsWith("a Basic header, and client_secret in the body"));
    }

    @Test
    void secretThatIsARareWord_hidesTheSentenceButNotTheFinding() {
        assertThat(finding("other", JSON.body("{1}")).seen()).contains("cannot be read as a JSON object");

        Finding finding = finding("cannot", JSON.body("{1}"));

        assertThat(finding.seen()).isEqualTo(Redactor.HIDDEN);
        assertThat(finding.advice()).startsWith("send the same fields as a form");
    }

    private static Finding finding(String secret, TestRequest request) {
        return server(secret).exchange(request).findings().stream()
                .filter(each -> each.mistake() == Mistake.JSON_BODY)
                .findFirst()
                .orElseThrow();
    }

    private static TestServer server(String secret) {
        return TestServer.diagnosing(
                Configuration.builder().client(Client.of("reporting", secret)).build());
    }
}
