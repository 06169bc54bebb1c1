package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a user is made of the name alone, so that each run tells the same. */
class UserFactsTest {

    @Test
    void numbers_areThoseOfTheName() {
        UserFacts user = of("a"); // its hash code is 97

        assertThat(user.agent()).isEqualTo(100_097);
        assertThat(user.team()).isEqualTo(1_097);
        assertThat(user.securityProfile()).isEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource({"agent@example.com, Agent", "jo.doe@example.com, Jo", "x, X", "@example.com, @example.com"})
    void givenName_isTheBeginningOfTheName(String name, String given) {
        assertThat(of(name).givenName()).isEqualTo(given);
        assertThat(of(name).familyName()).isEqualTo("Example");
    }

    @Test
    void uuid_isAnotherInEachTenant() {
        assertThat(of("a").uuid())
                .isEqualTo(of("a").uuid())
                .isNotEqualTo(of("b").uuid())
                .isNotEqualTo(new UserFacts("a", TestServer.OTHER_TENANT).uuid());
    }

    private static UserFacts of(String name) {
        return new UserFacts(name, Tenant.DEFAULT);
    }
}
