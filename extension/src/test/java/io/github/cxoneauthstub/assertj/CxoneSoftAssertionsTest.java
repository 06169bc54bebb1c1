package io.github.cxoneauthstub.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import java.util.List;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

@CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = "s3cret+/=", scopes = "user:read"))
class CxoneSoftAssertionsTest {

    @Test
    void allFailures_areTold(CxoneAuth auth) {
        Asks.withJson(auth);
        AccessToken token = auth.tokens().issue("reporting");

        assertThatThrownBy(() -> CxoneSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(auth).issuedTokens(1).rejectedNothing();
                    softly.assertThat(auth.exchanges().last()).hasStatus(200).wasIssued();
                    softly.assertThat(token)
                            .belongsTo("other")
                            .hasScopes("user:read")
                            .hasClaim("nothing");
                    softly.assertThat("text").isEmpty();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 1 issued token but there were 0")
                .hasMessageContaining("expected 0 rejected requests but there was 1: #1 BODY_NOT_FORM")
                .hasMessageContaining("expected #1 POST /oauth/token to have status 200 but it has 401")
                .hasMessageContaining("to be issued a token but it was rejected as BODY_NOT_FORM")
                .hasMessageContaining("to belong to other but it belongs to reporting")
                .hasMessageContaining("to have the claim nothing but it has only ")
                .hasMessageContaining("7 failures")
                .hasMessageNotContaining("user:read but");
    }

    @Test
    void navigation_staysSoft(CxoneAuth auth) {
        Asks.withBody(auth);
        Asks.withJson(auth);
        CxoneSoftAssertions softly = new CxoneSoftAssertions();

        softly.assertThat(auth).as("run").lastExchange().hasStatus(200).hasMethod("GET");
        softly.assertThat(auth).lastExchange().advice().isEmpty();
        softly.assertThat(auth).tokenRequests().hasSize(3).first().hasStatus(400);
        softly.assertThat(auth)
                .exchanges()
                .of("reporting")
                .at("/oauth/token")
                .last()
                .wasDisrupted();
        softly.assertThat(auth).exchanges().element(1).wasServed();
        softly.assertThat(auth).exchanges().filteredOn(Exchange::isFormEncoded).hasSize(7);
        softly.assertThat(auth).exchanges().extracting(Exchange::status).contains(500);
        softly.assertThat(auth.tokens().issue("reporting")).claims().containsKey("nothing");

        List<String> messages = softly.assertionErrorsCollected().stream()
                .map(error -> String.valueOf(error.getMessage()))
                .toList();
        assertThat(messages).hasSize(10);
        assertThat(messages.get(0))
                .startsWith(
                        "[run] expected #2 POST /oauth/token to have status 200 but it has 401\n  " + Timeline.HEADING);
        assertThat(messages.get(1))
                .startsWith("[run] expected #2 POST /oauth/token to have method GET but it has POST");
        assertThat(messages.get(3)).contains("Expected size: 3 but was: 2");
        assertThat(messages.get(4))
                .contains("expected #1 POST /oauth/token to have status 400 but it has 200\n  " + Timeline.HEADING);
        assertThat(messages.get(5)).contains("expected #1 POST /oauth/token to be disrupted but it was issued a token");
        assertThat(messages.get(6)).contains("to be served but it was rejected as BODY_NOT_FORM");
    }

    @Test
    void nothingFails(CxoneAuth auth) {
        Asks.withBody(auth);

        CxoneSoftAssertions.assertSoftly(softly -> {
            softly.assertThat(auth).issuedTokens(1).tokenRequests().first().wasIssued();
            softly.assertThat(auth.exchanges().last()).hasStatus(200);
        });
    }

    static class OurSoftAssertions extends AbstractSoftAssertions
            implements StandardSoftAssertionsProvider, CxoneSoftAssertionsProvider {}

    @Test
    void ownSoftAssertions_canHaveThem(CxoneAuth auth) {
        OurSoftAssertions softly = new OurSoftAssertions();
        softly.assertThat(auth).issuedTokens(1).rejectedOnce(Reason.TOKEN_EXPIRED);
        softly.assertThat(1).isEqualTo(2);

        assertThat(softly.assertionErrorsCollected()).hasSize(3);
    }

    @CxoneAuthStub
    @ExtendWith(SoftAssertionsExtension.class)
    static class InjectedTestCases {
        @InjectSoftAssertions
        private CxoneSoftAssertions field;

        @Test
        void parameter(CxoneSoftAssertions softly, CxoneAuth auth) {
            softly.assertThat(auth).issuedTokens(1);
            softly.assertThat(auth).rejectedOnce(Reason.TOKEN_EXPIRED);
        }

        @Test
        void field(CxoneAuth auth) {
            field.assertThat(auth).issuedTokens(0);
        }

        @Test
        void behaviour(CxoneBDDSoftAssertions softly, CxoneAuth auth) {
            softly.then(auth).issuedTokens(0);
        }
    }

    @Test
    void extensionOfAssertJ_handsThemOut() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(InjectedTestCases.class))
                .execute()
                .testEvents()
                .assertStatistics(run -> run.started(3).succeeded(2).failed(1));
    }

    @Test
    void behaviourDriven_isTheSame(CxoneAuth auth) {
        Asks.withJson(auth);
        AccessToken token = auth.tokens().issue("reporting");

        assertThatThrownBy(() -> CxoneBDDSoftAssertions.assertSoftly(softly -> {
                    softly.then(auth).issuedTokens(1).lastExchange().hasStatus(200);
                    softly.then(auth.exchanges().last()).wasIssued();
                    softly.then(token).belongsTo("other");
                    softly.then("text").isEmpty();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("5 failures");
    }
}
