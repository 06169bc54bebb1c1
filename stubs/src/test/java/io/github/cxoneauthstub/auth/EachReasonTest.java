package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule once, in the first dialect that has it: the contract of a tenth of its length, which the mutation run asks
 * instead of {@link ProfileContractTest}.
 */
class EachReasonTest {

    static Stream<Reason> reasonsOfDialects() {
        return Arrays.stream(Reason.values()).filter(reason -> first(reason).isPresent());
    }

    private static Optional<Profile> first(Reason reason) {
        return Stream.concat(Stream.of(Profiles.GLOBAL), Profiles.all().stream())
                .filter(profile -> profile.reasons().anyMatch(reason::equals)
                        && profile.refusal(reason).isPresent())
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("reasonsOfDialects")
    void ruleThatIsBroken_saysWhatItSaw(Reason reason) {
        Profile profile = TestServer.mounted(first(reason).orElseThrow());
        Offender offender = Offenders.of(reason);
        Profile dialect =
                offender.dialect().apply(profile.toBuilder(profile.name())).build();
        TestServer server = TestServer.speaking(dialect);

        Exchange exchange = server.exchange(offender.request().apply(server, dialect));

        assertThat(exchange.reason()).contains(reason);
        assertThat(exchange.explanation().map(Explanation::seen).orElse("")).isNotBlank();
    }
}
