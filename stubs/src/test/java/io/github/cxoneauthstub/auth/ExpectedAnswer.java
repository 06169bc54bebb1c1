package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.profile.ErrorMember;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a refused client gets to see, told from the data of the dialect by other means than the server's own.
 *
 * @param request what was sent
 */
record ExpectedAnswer(Profile dialect, Reason reason, Refusal refusal, TestRequest request) {

    /** Compares status, body, and the headers that tell of the refusal. */
    void assertIs(Answer answer) {
        switch (reason.place()) {
            case RESOURCE -> assertIsOfResource(answer);
            case AUTHORIZATION_ENDPOINT -> assertIsOfLogin(answer);
            default -> {
                assertThat(answer.status()).isEqualTo(refusal.status());
                assertThat(answer.body()).isEqualTo(body());
            }
        }
    }

    /** What is wrong with the address to be sent back to is told to nobody else. */
    private void assertIsOfLogin(Answer answer) {
        if (reason == Reason.REDIRECT_URI_UNREGISTERED) {
            assertThat(answer.status()).isEqualTo(refusal.status());
            assertThat(answer.body()).isEqualTo(body());
            return;
        }
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.body()).isEmpty();
        Map<String, String> sentBack = Logins.sentBack(answer);
        assertThat(sentBack)
                .containsEntry("error", refusal.error())
                .containsEntry("state", "af fe")
                .doesNotContainKey("code");
    }

    private void assertIsOfResource(Answer answer) {
        assertThat(answer.status()).isEqualTo(refusal.status());
        switch (dialect.resourceStyle().value()) {
            case RFC6750 -> {
                assertThat(answer.body()).isEqualTo(body());
                assertThat(Wire.values(answer, "WWW-Authenticate"))
                        .singleElement()
                        .satisfies(challenge -> assertThat(challenge)
                                .startsWith("Bearer realm=\"" + dialect.realm() + "\"")
                                .contains(refusal.error(), refusal.description()));
            }
            case BARE -> {
                assertThat(answer.body()).isEmpty();
                assertThat(Wire.values(answer, "WWW-Authenticate")).isEmpty();
            }
            case IC_STATUS_DESCRIPTION -> {
                assertThat(answer.body()).isEmpty();
                assertThat(String.join("", Wire.values(answer, "icStatusDescription")))
                        .isEqualTo(refusal.description());
            }
            case GENESYS -> {
                String id = String.join("", Wire.values(answer, "ININ-Correlation-Id"));
                assertThat(id).hasSize(36);
                assertThat(answer.body())
                        .isEqualTo("{\"message\":\"" + refusal.description() + "\",\"code\":\"" + refusal.error()
                                + "\",\"status\":" + refusal.status() + ",\"contextId\":\"" + id
                                + "\",\"correlationId\":\"" + id + "\",\"messageWithParams\":\""
                                + refusal.description()
                                + "\",\"messageParams\":{},\"details\":[],\"errors\":[]}");
            }
        }
    }

    private String body() {
        if (refusal.error().isEmpty()) {
            return "";
        }
        return dialect.errorMembers().value().stream()
                .filter(member -> !text(member).isEmpty())
                .map(member -> "\"" + member.memberName() + "\":\"" + text(member) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String text(ErrorMember member) {
        if (member == ErrorMember.ERROR) {
            return refusal.error();
        }
        String description = refusal.description();
        return description.contains("{client_id}")
                ? description.replace("{client_id}", request.namedClient())
                : description;
    }
}
