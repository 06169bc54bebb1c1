package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.ExchangeBuilder;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private final Expectations expectations = new Expectations();

    @Test
    void whatIsInOrder_needsNoExpectation() {
        assertThat(expectations.cover(exchange(Outcome.ISSUED))).isTrue();
        assertThat(expectations.cover(exchange(Outcome.DISRUPTED))).isTrue();
        assertThat(expectations.cover(exchange(Outcome.SERVED))).isTrue();
    }

    @Test
    void refusal_needsOne() {
        Exchange refused = refused(Reason.SECRET_WRONG, Mistake.PLUS_AS_BLANK);

        assertThat(expectations.cover(refused)).isFalse();
        expectations.add(Reason.SECRET_EXPIRED);
        expectations.add(Mistake.JSON_BODY);
        assertThat(expectations.cover(refused)).isFalse();
        expectations.add(Reason.SECRET_WRONG);
        assertThat(expectations.cover(refused)).isTrue();
    }

    @Test
    void mistake_coversTheRefusalThatItCaused() {
        Exchange refused = refused(Reason.SECRET_WRONG, Mistake.PLUS_AS_BLANK);

        expectations.add(Mistake.PLUS_AS_BLANK);

        assertThat(expectations.cover(refused)).isTrue();
        assertThat(expectations.cover(refused(Reason.SECRET_WRONG))).isFalse();
        assertThat(expectations.cover(refused(Reason.SECRET_WRONG, Mistake.PLUS_AS_BLANK, Mistake.TWO_CLIENT_IDS)))
                .isFalse();
    }

    /** It passed for expected: what is accepted elsewhere stood for any refusal. */
    @Test
    void mistake_coversNoRefusalThatItDoesNotExplain() {
        expectations.add(Mistake.SCOPE_OF_OPENID);
        expectations.add(Mistake.BOTH_PLACES);

        assertThat(expectations.cover(refused(Reason.SCOPE_NOT_GRANTED, Mistake.SCOPE_OF_OPENID)))
                .isTrue();
        assertThat(expectations.cover(refused(Reason.TWO_AUTH_METHODS, Mistake.BOTH_PLACES)))
                .isTrue();
        assertThat(expectations.lacks(refused(Reason.SECRET_WRONG, Mistake.SCOPE_OF_OPENID)))
                .containsExactly("Reason.SECRET_WRONG");
        assertThat(expectations.lacks(refused(Reason.SECRET_WRONG, Mistake.SCOPE_OF_OPENID, Mistake.BOTH_PLACES)))
                .containsExactly("Reason.SECRET_WRONG");
    }

    @Test
    void doubtfulRequestThatWasAccepted_needsOne() {
        Exchange doubtful = exchange(Outcome.ADMITTED, Mistake.ACCEPT_LEFT_OUT);

        assertThat(expectations.cover(doubtful)).isFalse();
        expectations.add(Mistake.ACCEPT_LEFT_OUT);
        assertThat(expectations.cover(doubtful)).isTrue();
    }

    @Test
    void behaviour_needsItsOwn() {
        Exchange again = refused(Reason.SECRET_WRONG, Mistake.RETRIED_UNCHANGED);

        expectations.add(Reason.SECRET_WRONG);
        assertThat(expectations.cover(again)).isFalse();
        expectations.add(Mistake.RETRIED_UNCHANGED);
        assertThat(expectations.cover(again)).isTrue();
    }

    @Test
    void behaviour_coversNoRefusal() {
        expectations.add(Mistake.RETRIED_UNCHANGED);

        assertThat(expectations.cover(refused(Reason.SECRET_WRONG, Mistake.RETRIED_UNCHANGED)))
                .isFalse();
    }

    @Test
    void lack_isWhatHasToBeSaid() {
        Exchange again = refused(Reason.SECRET_WRONG, Mistake.PLUS_AS_BLANK, Mistake.RETRIED_UNCHANGED);

        assertThat(expectations.lacks(again)).containsExactly("Reason.SECRET_WRONG", "Mistake.RETRIED_UNCHANGED");
        expectations.add(Mistake.RETRIED_UNCHANGED);
        assertThat(expectations.lacks(again)).containsExactly("Reason.SECRET_WRONG");
        expectations.add(Mistake.PLUS_AS_BLANK);
        assertThat(expectations.lacks(again)).isEmpty();
        assertThat(expectations.lacks(refused(Reason.SECRET_WRONG, Mistake.PLUS_AS_BLANK, Mistake.TWO_CLIENT_IDS)))
                .containsExactly("Mistake.TWO_CLIENT_IDS");
        assertThat(expectations.lacks(exchange(Outcome.ADMITTED, Mistake.ACCEPT_LEFT_OUT)))
                .containsExactly("Mistake.ACCEPT_LEFT_OUT");
    }

    @Test
    void fork_goesItsOwnWay() {
        expectations.add(Reason.SECRET_WRONG);
        Expectations fork = expectations.fork();
        fork.add(Reason.SECRET_EXPIRED);

        assertThat(fork.cover(refused(Reason.SECRET_WRONG))).isTrue();
        assertThat(expectations.cover(refused(Reason.SECRET_EXPIRED))).isFalse();
    }

    private static Exchange exchange(Outcome outcome, Mistake... mistakes) {
        return new ExchangeLog().record(builder(mistakes).outcome(outcome));
    }

    private static Exchange refused(Reason reason, Mistake... mistakes) {
        return new ExchangeLog()
                .record(builder(mistakes)
                        .rejected(new Explanation(
                                reason, "a demand", "something", "an advice", Evidence.assumed("this test"))));
    }

    private static ExchangeBuilder builder(Mistake... mistakes) {
        return Exchange.builder(Instant.EPOCH, "POST", "/oauth/token")
                .findings(Stream.of(mistakes)
                        .map(mistake -> new Finding(
                                mistake, "something", "an advice", List.of(), Evidence.assumed("this test")))
                        .toList());
    }
}
