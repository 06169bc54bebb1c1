package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MistakeTest {
    @Test
    void mistakeOfRefusedRequests_explainsEveryRefusal() {
        assertThat(Reason.values()).allMatch(Mistake.JSON_BODY::explains);
    }

    @Test
    void mistakeOfAcceptedRequests_explainsOnlyWhatItCauses() {
        assertThat(Mistake.TOKEN_IN_QUERY.explains(Reason.BEARER_MISSING)).isTrue();
        assertThat(Mistake.TOKEN_IN_QUERY.explains(Reason.TOKEN_EXPIRED)).isFalse();
        assertThat(Reason.values()).noneMatch(Mistake.ACCEPT_LEFT_OUT::explains);
    }

    @Test
    void whatShowsOverTime_isTheLastOfThem() {
        assertThat(Stream.of(Mistake.values()).filter(Mistake::isOverTime))
                .containsExactly(
                        Mistake.RENEWED_WHILE_VALID,
                        Mistake.TOKEN_FOR_EACH_CALL,
                        Mistake.RETRIED_UNCHANGED,
                        Mistake.RETRY_AFTER_IGNORED,
                        Mistake.HERD,
                        Mistake.REVOKED_TOKEN_USED_AGAIN,
                        Mistake.EXPIRED_TOKEN_USED_AGAIN,
                        Mistake.NEW_TOKEN_FOR_FORBIDDEN);
    }

    @Test
    void id_isTheNameInSmallLettersWithHyphens() {
        assertThat(Mistake.JSON_LABELLED_AS_FORM.id()).isEqualTo("json-labelled-as-form");
    }
}
