package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.assertj.Failing.assertFails;
import static io.github.cxoneauthstub.assertj.Failing.assertRefused;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.Http;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@CxoneAuthStub
class RefusalAssertionsTest {

    @Test
    void rejectedNothing(CxoneAuth auth) {
        auth.next().tooManyRequests(Duration.ofSeconds(1));
        Http.wrongSecret(auth);

        assertThat(auth).rejectedNothing();
        Http.wrongSecret(auth);
        assertFails(
                () -> assertThat(auth).rejectedNothing(),
                "expected 0 rejected requests but there was 1: #2 SECRET_WRONG");
        Http.get(auth, "/nowhere");
        assertFails(
                () -> assertThat(auth).rejectedNothing(),
                "expected 0 rejected requests but there were 2: #2 SECRET_WRONG, #3 PATH_UNKNOWN");
    }

    @Test
    void rejectedOnce(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).rejectedOnce(Reason.SECRET_WRONG),
                "expected 1 request rejected as SECRET_WRONG but there were 0");
        Http.wrongSecret(auth);
        Http.get(auth, "/nowhere");

        assertThat(auth).rejectedOnce(Reason.SECRET_WRONG).rejectedOnce(Reason.PATH_UNKNOWN);
        Http.wrongSecret(auth);
        assertFails(
                () -> assertThat(auth).rejectedOnce(Reason.SECRET_WRONG),
                "expected 1 request rejected as SECRET_WRONG but there were 2");
    }

    @Test
    void rejectedSeveralTimes(CxoneAuth auth) {
        Http.wrongSecret(auth);
        Http.wrongSecret(auth);

        assertThat(auth).rejected(Reason.SECRET_WRONG, 2).rejected(Reason.PATH_UNKNOWN, 0);
        assertFails(
                () -> assertThat(auth).rejected(Reason.SECRET_WRONG, 3),
                "expected 3 requests rejected as SECRET_WRONG but there were 2");
        assertRefused(
                () -> assertThat(auth).rejected(Reason.SECRET_WRONG, -1),
                "rejected(-1) can never hold: give 0 or a positive number");
    }

    @Test
    void rejectedOnly(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).rejectedOnly(Reason.SECRET_WRONG),
                "expected requests rejected as SECRET_WRONG only but none was rejected");
        Http.token(auth);
        Http.get(auth, "/nowhere");
        Http.wrongSecret(auth);
        Http.wrongSecret(auth);

        assertThat(auth).rejectedOnly(Reason.SECRET_WRONG, Reason.PATH_UNKNOWN);
        assertFails(
                () -> assertThat(auth).rejectedOnly(Reason.SECRET_WRONG),
                "expected requests rejected as SECRET_WRONG only but there were #2 PATH_UNKNOWN, #3 SECRET_WRONG,"
                        + " #4 SECRET_WRONG");
        assertFails(
                () -> assertThat(auth).rejectedOnly(Reason.SECRET_WRONG, Reason.PATH_UNKNOWN, Reason.SECRET_EXPIRED),
                "expected requests rejected as SECRET_WRONG, PATH_UNKNOWN, SECRET_EXPIRED only but there were"
                        + " #2 PATH_UNKNOWN, #3 SECRET_WRONG, #4 SECRET_WRONG");
        assertRefused(
                () -> assertThat(auth).rejectedOnly(),
                "rejectedOnly() names no reason: give at least one, or use rejectedNothing()");
    }

    @Test
    void rejectedInOrder(CxoneAuth auth) {
        Http.wrongSecret(auth);
        Http.token(auth);
        Http.get(auth, "/nowhere");

        assertThat(auth).rejectedInOrder(Reason.SECRET_WRONG, Reason.PATH_UNKNOWN);
        assertFails(
                () -> assertThat(auth).rejectedInOrder(Reason.PATH_UNKNOWN, Reason.SECRET_WRONG),
                "expected requests rejected as PATH_UNKNOWN, SECRET_WRONG in this order but there were"
                        + " #1 SECRET_WRONG, #3 PATH_UNKNOWN");
        assertFails(
                () -> assertThat(auth).rejectedInOrder(Reason.SECRET_WRONG),
                "expected requests rejected as SECRET_WRONG in this order but there were #1 SECRET_WRONG,"
                        + " #3 PATH_UNKNOWN");
        assertRefused(
                () -> assertThat(auth).rejectedInOrder(),
                "rejectedInOrder() names no reason: give at least one, or use rejectedNothing()");
    }

    @Test
    void hadOutcomes(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).hadOutcomes(Outcome.ISSUED),
                "expected the outcomes ISSUED but no request arrived");
        Http.wrongSecret(auth);
        Http.token(auth);

        assertThat(auth).hadOutcomes(Outcome.REJECTED, Outcome.ISSUED);
        assertFails(
                () -> assertThat(auth).hadOutcomes(Outcome.ISSUED, Outcome.REJECTED),
                "expected the outcomes ISSUED, REJECTED but there were REJECTED, ISSUED");
        assertRefused(
                () -> assertThat(auth).hadOutcomes(),
                "hadOutcomes() names no outcome: give at least one, or use exchanges().isEmpty()");
    }
}
