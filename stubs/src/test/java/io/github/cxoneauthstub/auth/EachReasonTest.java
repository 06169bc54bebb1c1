package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.Offenders.Offender;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule once, in the first dialect that has it, and those of the one whose clients prove nothing: a sixth of
 * {@link ProfileContractTest}, which the mutation run asks in its place.
 */
class EachReasonTest {

    static Stream<Arguments> rules() {
        return Stream.concat(
                Arrays.stream(Reason.values())
                        .flatMap(reason -> first(reason).map(profile -> arguments(profile, reason)).stream()),
                Profiles.REGIONAL
                        .reasons()
                        .filter(reason -> Profiles.REGIONAL.refusal(reason).isPresent())
                        .map(reason -> arguments(Profiles.REGIONAL, reason)));
    }

    private static Optional<Profile> first(Reason reason) {
        return Stream.concat(Stream.of(Profiles.GLOBAL), Profiles.all().stream())
                .filter(profile -> profile.reasons().anyMatch(reason::equals)
                        && profile.refusal(reason).isPresent())
                .findFirst();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void ruleThatIsBroken_saysWhatItSaw(Profile first, Reason reason) {
        Profile profile = TestServer.mounted(first);
        Offender offender = Offenders.of(reason);
        Profile dialect =
                offender.dialect().apply(profile.toBuilder(profile.name())).build();
        TestServer server = TestServer.speaking(dialect);

        Exchange exchange = server.exchange(offender.request().apply(server, dialect));

        assertThat(exchange.reason()).contains(reason);
        assertThat(exchange.explanation().map(Explanation::seen).orElse("")).isNotBlank();
    }
}
