package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What works with AssertJ's own assertions works with these. */
@CxoneAuthStub
class ConventionsTest {

    private static void assertMessageStarts(String start, ThrowingCallable... assertions) {
        Assertions.assertThat(assertions)
                .allSatisfy(assertion -> assertThatThrownBy(assertion)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith(start));
    }

    @Test
    void description_leadsTheMessageWhereverOneGoes(CxoneAuth auth) {
        Asks.withJson(auth);
        AccessToken token = auth.tokens().issue(auth.client().id());

        assertMessageStarts(
                "[the run] ",
                () -> assertThat(auth).as("the %s", "run").issuedTokens(1),
                () -> assertThat(auth).describedAs("the run").lastExchange().wasIssued(),
                () -> assertThat(auth).as("the run").lastExchange().advice().isEmpty(),
                () -> assertThat(auth).as("the run").exchanges().isEmpty(),
                () -> assertThat(auth)
                        .as("the run")
                        .tokenRequests()
                        .at("/oauth/token")
                        .hasSize(2),
                () -> assertThat(auth)
                        .as("the run")
                        .extracting(CxoneAuth::client)
                        .isNull(),
                () -> assertThat(auth.exchanges().last()).as("the run").hasStatus(200),
                () -> assertThat(auth.exchanges().last())
                        .as("the run")
                        .extracting(Exchange::status)
                        .isNull(),
                () -> assertThat(token).as("the run").belongsTo("nobody"),
                () -> assertThat(token).as("the run").claims().isEmpty(),
                () -> assertThat(token)
                        .as("the run")
                        .extracting(AccessToken::clientId)
                        .isNull());
        assertMessageStarts(
                "[the run check first element] expected #1 POST /oauth/token to have status 200",
                () -> assertThat(auth).as("the run").exchanges().first().hasStatus(200));
    }

    @Test
    void message_canBeOverridden(CxoneAuth auth) {
        Asks.withJson(auth);
        AccessToken token = auth.tokens().issue(auth.client().id());

        assertMessageStarts(
                "100% other words",
                () -> assertThat(auth)
                        .withFailMessage("100%% other %s", "words")
                        .issuedTokens(1),
                () -> assertThat(auth)
                        .overridingErrorMessage("100% other words")
                        .issuedTokens(1),
                () -> assertThat(auth.exchanges().last())
                        .withFailMessage("100% other words")
                        .wasIssued(),
                () -> assertThat(token).withFailMessage("100% other words").belongsTo("nobody"));
    }

    @Test
    void satisfaction_isThatOfAnyAssertion(CxoneAuth auth) {
        Asks.withJson(auth);

        assertThat(auth)
                .satisfies(
                        all -> assertThat(all).issuedTokens(0),
                        all -> assertThat(all.exchanges()).hasSize(1))
                .matches(all -> all.exchanges().issuedTokens() == 0)
                .extracting(CxoneAuth::client)
                .extracting(Client::id)
                .isEqualTo(auth.client().id());
        assertThat(auth)
                .exchanges()
                .extracting(Exchange::status, Exchange::error)
                .containsExactly(Assertions.tuple(401, "invalid_client"));
        assertThat(auth)
                .exchanges()
                .singleElement()
                .satisfies(only -> assertThat(only).wasRejected());
    }

    @Test
    void nothing_isToldAsAssertJDoes() {
        CxoneAuth none = UnaryOperator.<CxoneAuth>identity().apply(null);

        assertThatThrownBy(() -> assertThat(none).issuedTokens(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
        assertThatThrownBy(() -> assertThat(none).exchanges()).hasMessageContaining("Expecting actual not to be null");
    }

    @Test
    void extraction_staysSoft(CxoneAuth auth) {
        Asks.withJson(auth);
        AccessToken token = auth.tokens().issue(auth.client().id());
        CxoneSoftAssertions softly = new CxoneSoftAssertions();
        CxoneBDDSoftAssertions behaviour = new CxoneBDDSoftAssertions();

        softly.assertThat(auth).as("one").extracting(CxoneAuth::client).isNull();
        softly.assertThat(auth)
                .withFailMessage("two")
                .issuedTokens(1)
                .as("three")
                .rejectedNothing();
        softly.assertThat(token).as("four").extracting(AccessToken::clientId).isEqualTo("nobody");
        behaviour.then(auth).as("one").extracting(CxoneAuth::client).isNull();
        behaviour
                .then(auth)
                .as("two")
                .tokenRequests()
                .first()
                .as("three")
                .hasStatus(200)
                .hasMethod("GET");

        List<String> soft = messages(softly.assertionErrorsCollected());
        assertThat(soft).hasSize(4);
        assertThat(soft.get(0)).startsWith("[one] ");
        assertThat(soft.get(1)).startsWith("two");
        assertThat(soft.get(2)).startsWith("[three] two");
        assertThat(soft.get(3)).startsWith("[four] ");
        List<String> driven = messages(behaviour.assertionErrorsCollected());
        assertThat(driven).hasSize(3);
        assertThat(driven.get(1)).startsWith("[three] expected #1 ").contains(Timeline.HEADING);
        assertThat(driven.get(2)).startsWith("[three] expected #1 ");
    }

    private static List<String> messages(List<AssertionError> failures) {
        return failures.stream()
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
    }
}
