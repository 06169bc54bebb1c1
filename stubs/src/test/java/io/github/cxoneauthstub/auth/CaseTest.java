package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.SentCredentials.Place;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.BodyFormat;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The readings of a request that a diagnosis looks at. */
class CaseTest {
    private static final TestRequest EMPTY =
            TestRequest.token(OAUTH).without("Authorization").body("");

    private Optional<Reason> reason = Optional.of(Reason.SECRET_WRONG);
    private Optional<String> clientId = Optional.empty();

    @Test
    void idAndSecret_areReadAtEachPlace() {
        assertThat(sent(EMPTY.basic("a%2Fb", "c+d"))).containsExactly("BASIC a%2Fb c+d", "BASIC_DECODED a/b c d");
        assertThat(sent(EMPTY.basic("a", "b"))).containsExactly("BASIC a b");
        assertThat(sent(EMPTY.body("client_id=a%2Fb&client_secret=c+d"))).containsExactly("FORM a/b c d");
        assertThat(sent(EMPTY.body("clientId=a&clientSecret=b"))).containsExactly("FORM a b");
        assertThat(sent(EMPTY.body("client_id=a"))).containsExactly("FORM a ");
        assertThat(sent(EMPTY.body("client_secret=b"))).containsExactly("FORM  b");
        assertThat(sent(EMPTY.body("{\"client_id\":\"a\",\"client_secret\":\"b\"}")))
                .containsExactly("JSON a b");
        assertThat(sent(EMPTY.body("{\"clientId\":\"a\",\"clientSecret\":\"b\"}")))
                .containsExactly("JSON a b");
        assertThat(sent(EMPTY.query("client_id=a&client_secret=b"))).containsExactly("QUERY a b");
    }

    @Test
    void whatIsNoIdAndNoSecret_isNeither() {
        assertThat(sent(EMPTY)).isEmpty();
        assertThat(sent(EMPTY.bearer("a"))).isEmpty();
        assertThat(sent(EMPTY.header("Authorization", "Basic nothing"))).isEmpty();
        assertThat(sent(EMPTY.header("Authorization", "Digest YTpi"))).isEmpty();
        assertThat(sent(EMPTY.body("grant_type=a&scope=b"))).isEmpty();
        assertThat(sent(EMPTY.body("{\"client_id\":1}"))).isEmpty();
        assertThat(sent(EMPTY.body("[\"client_id\"]"))).isEmpty();
    }

    @Test
    void places_areInTheirOrder() {
        assertThat(sent(EMPTY.query("client_id=q").basic("b", "").body("client_id=f")))
                .containsExactly("BASIC b ", "FORM f ", "QUERY q ");
        assertThat(new SentCredentials(Place.FORM, "a", "b")).hasToString("SentCredentials[FORM]");
    }

    private List<String> sent(TestRequest request) {
        return decided(request).sent().stream()
                .map(each -> each.place() + " " + each.id() + " " + each.secret())
                .toList();
    }

    @Test
    void client_isTheOneThatWasFound_orElseTheOneThatIsNamed() {
        assertThat(decided(EMPTY).client()).isEmpty();
        assertThat(decided(EMPTY.basic("nobody", "x")).client()).isEmpty();
        assertThat(decided(EMPTY.basic("nobody", "x").body("client_id=" + ID)).client())
                .map(Client::id)
                .contains(ID);

        clientId = Optional.of("billing");
        assertThat(decided(EMPTY.basic(ID, SECRET)).client()).map(Client::id).contains("billing");
    }

    @Test
    void body_isReadAsAFormAndAsText_itsBeginningOnly() {
        String beginning = "scope=\u00e4&x=" + "x".repeat(Case.LOOKED_AT - 10);
        Case decided = decided(EMPTY.body(beginning + "&y=1"));

        assertThat(decided.text()).isEqualTo(beginning);
        assertThat(decided.form().names()).containsExactly("scope", "x");
        assertThat(decided(EMPTY.body(beginning)).text()).isEqualTo(beginning);
    }

    @Test
    void query_isReadAsAForm_itsBeginningOnly() {
        String beginning = "client_secret=1&x=" + "x".repeat(Case.LOOKED_AT - 18);

        assertThat(decided(EMPTY.query(beginning + "&y=1")).query().names()).containsExactly("client_secret", "x");
        assertThat(decided(EMPTY.query(beginning)).secretsInQuery()).containsExactly("client_secret");
        assertThat(decided(EMPTY).query().names()).isEmpty();
    }

    @Test
    void jsonObject_isReadWhateverItsLabel() {
        assertThat(decided(EMPTY.body(" \n{\"a\":1}")).jsonObject()).isPresent();
        assertThat(decided(EMPTY.body("{\"a\":")).jsonObject()).isEmpty();
        assertThat(decided(EMPTY.body("[1]")).jsonObject()).isEmpty();
        assertThat(decided(EMPTY.body("{\"a\":\"" + "x".repeat(Case.LOOKED_AT - 8) + "\"}"))
                        .jsonObject())
                .isPresent();
        assertThat(decided(EMPTY.body("{\"a\":\"" + "x".repeat(Case.LOOKED_AT - 7) + "\"}"))
                        .jsonObject())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic x", "Bearer x"})
    void authorization_isTheFirst(String value) {
        assertThat(decided(EMPTY.with("Authorization", value).with("Authorization", "Digest y"))
                        .authorization())
                .contains(Authorization.parse(value));
        assertThat(decided(EMPTY).authorization()).isEmpty();
    }

    @Test
    void whatWasDecidedAndKnown_isAtHand() {
        Case decided = decided(EMPTY);

        assertThat(decided.kind()).isEqualTo(Kind.TOKEN);
        assertThat(decided.profile()).isEqualTo(Profiles.API_V2);
        assertThat(decided.duty()).contains(Duty.TOKEN);
        assertThat(decided.reads(BodyFormat.FORM)).isTrue();
        assertThat(decided.reads(BodyFormat.JSON)).isFalse();
        assertThat(decided.reason()).contains(Reason.SECRET_WRONG);
        assertThat(decided.fellAt(Reason.SECRET_WRONG)).isTrue();
        assertThat(decided.fellAt(Reason.SECRET_EXPIRED)).isFalse();
        assertThat(decided.told()).isEqualTo("what was seen");
        assertThat(decided.token()).isEmpty();
        assertThat(decided.now()).isEqualTo(TestServer.NOW);
        assertThat(decided.clients()).hasSize(2);
        assertThat(decided.clientIds()).containsExactly(ID, "billing");
        assertThat(decided.accessKeys()).extracting(AccessKey::id).containsExactly("KEYID====");
        assertThat(decided.tokenPaths()).containsOnlyKeys(OAUTH);
        assertThat(decided.names(List.of("scope", "other"))).isEqualTo("scope, an unknown name");
        assertThat(decided.show().shown(SECRET)).isEqualTo(Redactor.HIDDEN);
        assertThat(decided.show()).isSameAs(decided.show());
        assertThat(decided).hasToString("Case[TOKEN, SECRET_WRONG]");
    }

    @Test
    void sharedReading_isMadeOnce() {
        AtomicInteger times = new AtomicInteger();
        Case.Reading<Integer> reading = new Case.Reading<>(Integer.class, decided -> times.incrementAndGet());
        Case decided = decided(EMPTY);

        assertThat(decided.read(reading)).isEqualTo(1);
        assertThat(decided.read(reading)).isEqualTo(1);
        assertThat(decided(EMPTY).read(reading)).isEqualTo(2);
    }

    @Test
    void acceptedRequest_fellAtNothing() {
        reason = Optional.empty();
        Case decided = decided(EMPTY);

        assertThat(decided.fellAt(Reason.SECRET_WRONG)).isFalse();
        assertThat(decided.told()).isEmpty();
        assertThat(decided).hasToString("Case[TOKEN]");
    }

    private Case decided(TestRequest request) {
        return new Case(
                request.arrived(),
                new Case.Outcome(
                        Addressee.of(Profiles.API_V2, Duty.TOKEN),
                        reason.map(each -> new Explanation(
                                each, "the demand", "what was seen", "the advice", Evidence.assumed("a test"))),
                        clientId,
                        Optional.empty()),
                new Case.Known(
                        TestServer.NOW,
                        List.of(TestServer.REPORTING, Client.of("billing", "x")),
                        List.of(AccessKey.builder("KEYID====").secret("y").build()),
                        Map.of(OAUTH, Profiles.OAUTH_TOKEN)),
                () -> new Redactor(List.of(SECRET)),
                bytes -> new JacksonJson().read(bytes, JsonLimits.USUAL));
    }
}
