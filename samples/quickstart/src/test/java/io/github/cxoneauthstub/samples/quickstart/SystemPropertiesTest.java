package io.github.cxoneauthstub.samples.quickstart;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

// region class
@CxoneAuthStub(properties = "my.cxone")
@ResourceLock(Resources.SYSTEM_PROPERTIES) // only where classes run in parallel
class SystemPropertiesTest {

    @Test
    void application_is_told_by_system_properties(CxoneAuth auth) {
        auth.api().get("/api/v2/users/me").answers("{\"id\":\"42\"}");
        assertThat(fromSystemProperties().me()).contains("42");
        assertThat(auth).issuedTokens(1).rejectedNothing();
    }

    private static ReportingClient fromSystemProperties() {
        return new ReportingClient(
                URI.create(System.getProperty("my.cxone.token-uri")),
                URI.create(System.getProperty("my.cxone.api-uri")),
                System.getProperty("my.cxone.client-id"),
                System.getProperty("my.cxone.client-secret"),
                Clock.systemUTC(),
                wait -> {});
    }
}
// endregion
