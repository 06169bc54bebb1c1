package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.Offenders.Offender;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds demand, answer and offender together: each rule of each dialect is broken by a request of its own. */
class ProfileContractTest {

    static Stream<Arguments> everyRuleOfEveryProfile() {
        return Profiles.all().stream().flatMap(profile -> profile.reasons().map(reason -> arguments(profile, reason)));
    }

    static Stream<Profile> everyProfile() {
        return Profiles.all().stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyRuleOfEveryProfile")
    void offender_isAnsweredAsTheProfileSays(Profile profile, Reason reason) {
        Offender offender = Offenders.of(reason);
        Profile dialect = changed(profile, offender);
        TestServer server = TestServer.speaking(dialect);
        TestRequest request = offender.request().apply(server, dialect);

        Answer answer = server.answer(request);
        Exchange exchange = server.view().exchanges().last();

        Optional<Refusal> refusal = dialect.refusal(reason);
        if (refusal.isEmpty()) {
            assertThat(exchange.reason())
                    .as("the rule is off, and nothing else is broken unless the offender says so")
                    .isEqualTo(offender.next());
            return;
        }
        assertThat(exchange.reason()).contains(reason);
        assertThat(exchange.status()).isEqualTo(answer.status());
        new ExpectedAnswer(dialect, reason, refusal.get(), request).assertIs(answer);
        assertThat(exchange.explanation().map(Explanation::evidence)).contains(dialect.evidence(reason));
        assertThat(exchange.explanation().map(Explanation::seen).orElse("")).isNotBlank();
        assertThat(exchange.explanation().map(Explanation::advice).orElse("")).isNotBlank();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyRuleOfEveryProfile")
    void ruleThatIsOff_refusesNothing(Profile profile, Reason reason) {
        if (reason.isEssential()) {
            return;
        }
        Offender offender = Offenders.of(reason);
        Profile dialect =
                changed(profile, offender).toBuilder("LENIENT").off(reason).build();
        TestServer server = TestServer.speaking(dialect);

        Exchange exchange = server.exchange(offender.request().apply(server, dialect));

        assertThat(exchange.reason()).isNotEqualTo(Optional.of(reason));
        assertThat(exchange.status()).isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void validRequest_isIssuedAToken(Profile profile) {
        Profile dialect = TestServer.mounted(profile);
        TestServer server = TestServer.speaking(dialect);

        assertThat(server.exchange(server.request(dialect)).outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(server.exchange(server.requestOfUser(dialect)).outcome()).isEqualTo(Outcome.ISSUED);
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void credentials_areTakenInTheWaysOfTheProfile(Profile profile) {
        Profile dialect = TestServer.mounted(profile);
        if (dialect.duty() != Duty.TOKEN) {
            return;
        }
        TestServer server = TestServer.speaking(dialect);
        String path = dialect.paths().get(0);
        String grant = TestRequest.grant(dialect);
        AuthMethod taken = dialect.credentials();

        Exchange basic = server.exchange(TestRequest.token(path).body(grant));
        Exchange body = server.exchange(TestRequest.tokenByBody(path).body(grant + "&" + TestServer.CREDENTIALS));

        assertThat(basic.outcome()).isEqualTo(taken.takes(AuthMethod.BASIC) ? Outcome.ISSUED : Outcome.REJECTED);
        assertThat(body.outcome()).isEqualTo(taken.takes(AuthMethod.BODY) ? Outcome.ISSUED : Outcome.REJECTED);
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void refreshTokenThatIsIssued_isRenewed(Profile profile) {
        Profile dialect = TestServer.mounted(profile);
        TestServer server = TestServer.speaking(dialect);
        Map<String, String> first = server.tokens(server.requestOfUser(dialect));

        boolean issues = dialect.issuance().renewal().value().isPresent();

        assertThat(first.containsKey("refresh_token") || first.containsKey("refreshToken"))
                .isEqualTo(issues);
        if (issues) {
            assertThat(server.exchange(server.renewal(dialect)).outcome()).isEqualTo(Outcome.ISSUED);
        }
    }

    private static Profile changed(Profile profile, Offender offender) {
        Profile mounted = TestServer.mounted(profile);
        return offender.dialect().apply(mounted.toBuilder(mounted.name())).build();
    }
}
