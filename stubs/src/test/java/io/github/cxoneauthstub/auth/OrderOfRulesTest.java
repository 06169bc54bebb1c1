package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.profile.Reason.BASIC_CONTROL_CHARACTER;
import static io.github.cxoneauthstub.auth.profile.Reason.BASIC_NOT_ACCEPTED;
import static io.github.cxoneauthstub.auth.profile.Reason.BASIC_NOT_FORM_ENCODED;
import static io.github.cxoneauthstub.auth.profile.Reason.BASIC_UNREADABLE;
import static io.github.cxoneauthstub.auth.profile.Reason.BODY_CREDENTIALS_NOT_ACCEPTED;
import static io.github.cxoneauthstub.auth.profile.Reason.BODY_NOT_FORM;
import static io.github.cxoneauthstub.auth.profile.Reason.CLIENT_ID_MISMATCH;
import static io.github.cxoneauthstub.auth.profile.Reason.SCOPE_NOT_GRANTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the demands is protocol: of two broken rules the first in the order of {@link Reason} is told. */
class OrderOfRulesTest {

    /** Rules that are off in a dialect are asked here too, with any answer: their place in the order is the same. */
    static Stream<Arguments> pairsOfEachDialect() {
        return Stream.of(
                        pairs(Profiles.RFC6749.withPaths(TestServer.RFC), Breaker.ofHeader()),
                        pairs(asking(Profiles.OAUTH_TOKEN, BASIC_NOT_FORM_ENCODED), Breaker.ofHeader()),
                        pairs(asking(Profiles.OAUTH2_TOKEN, BASIC_NOT_FORM_ENCODED), Breaker.ofHeaderOnly()),
                        pairs(asking(Profiles.API_V2, SCOPE_NOT_GRANTED), Breaker.ofFormOnly()),
                        pairs(asking(Profiles.CENTRAL, BASIC_NOT_FORM_ENCODED), Breaker.ofHeaderOnly()),
                        pairs(asking(Profiles.GENESYS, BASIC_NOT_FORM_ENCODED), Breaker.ofHeaderOnly()),
                        pairs(Profiles.ACCESS_KEY, Breaker.ofJson(Profiles.ACCESS_KEY)),
                        pairs(Profiles.REGIONAL, Breaker.ofJson(Profiles.REGIONAL)))
                .flatMap(pairs -> pairs);
    }

    @ParameterizedTest(name = "{0}: {1} before {2}")
    @MethodSource("pairsOfEachDialect")
    void firstOfTwoBrokenRules_isTheReason(Profile dialect, Breaker first, Breaker second) {
        TestServer server = TestServer.speaking(dialect);
        first.prepare().accept(server);
        second.prepare().accept(server);

        TestRequest request = second.change().apply(first.change().apply(server.request(dialect)));

        assertThat(server.exchange(request).reason()).contains(first.reason());
    }

    @Test
    void everyRuleOfTheTokenEndpoint_isInTheTables() {
        assertThat(Breaker.ofHeader())
                .extracting(Breaker::reason)
                .containsExactlyElementsOf(allBut(BASIC_NOT_ACCEPTED, BODY_CREDENTIALS_NOT_ACCEPTED));
        assertThat(Breaker.ofHeaderOnly())
                .extracting(Breaker::reason)
                .containsExactlyElementsOf(allBut(BODY_NOT_FORM, BASIC_NOT_ACCEPTED));
        assertThat(Breaker.ofFormOnly())
                .extracting(Breaker::reason)
                .containsExactlyElementsOf(allBut(
                        BODY_CREDENTIALS_NOT_ACCEPTED,
                        BASIC_UNREADABLE,
                        BASIC_CONTROL_CHARACTER,
                        CLIENT_ID_MISMATCH,
                        BASIC_NOT_FORM_ENCODED));
    }

    private static Stream<Arguments> pairs(Profile dialect, List<Breaker> breakers) {
        return breakers.stream()
                .flatMap(first -> breakers.stream()
                        .filter(second -> first.reason().compareTo(second.reason()) < 0 && first.goesWith(second))
                        .map(second -> arguments(dialect, first, second)));
    }

    private static Profile asking(Profile dialect, Reason reason) {
        return dialect.toBuilder(dialect.name()).answer(reason, 401, "asked").build();
    }

    private static List<Reason> allBut(Reason... others) {
        return Profiles.RFC6749
                .reasons()
                .filter(reason -> reason.place() == Reason.Place.TOKEN_ENDPOINT)
                .filter(reason -> !List.of(others).contains(reason))
                .toList();
    }
}
