package io.github.cxoneauthstub.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireMockCopiesTest {
    private static final String MAIN_CLASS = "com/github/tomakehurst/wiremock/WireMockServer.class";

    @Test
    void ownClassPath_hasOne() {
        assertThat(WireMockCopies.fault(WireMockCopies.class.getClassLoader())).isEmpty();
    }

    @Test
    void noneOrOne_isNoFault() {
        assertThat(WireMockCopies.fault(List.of())).isEmpty();
        assertThat(WireMockCopies.fault(urls("jar:file:/repo/wiremock-3.13.2.jar!/")))
                .isEmpty();
    }

    @Test
    void twoJars_areNamedWithTheRemedy() {
        assertThat(WireMockCopies.fault(urls(
                        "jar:file:/repo/a/wiremock-standalone-3.13.2.jar!/", "jar:file:/repo/b/wiremock-3.9.1.jar!/")))
                .contains(
                        "there are 2 WireMocks on the class path: wiremock-standalone-3.13.2.jar and"
                                + " wiremock-3.9.1.jar. Keep one: where your build has org.wiremock:wiremock or"
                                + " org.wiremock:wiremock-jetty12 of its own, exclude org.wiremock:wiremock-standalone from"
                                + " io.github.cxoneauthstub:cxone-auth-junit (or cxone-auth-stubs); otherwise exclude the other one");
    }

    @ParameterizedTest
    @CsvSource({
        "jar:file:/repo/wiremock-3.9.1.jar!/, wiremock-3.9.1.jar",
        "jar:file:/repo/with%20blank/wiremock-3.9.1.jar!/, wiremock-3.9.1.jar",
        "file:/home/me/project/target/classes/, classes/"
    })
    void place_isNamedByItsLastSegment(String place, String name) {
        assertThat(WireMockCopies.fault(urls("jar:file:/repo/one.jar!/", place)))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith("there are 2 WireMocks on the class path: one.jar and " + name + ". "));
    }

    /** The jar that holds the other one was once named, which is the application itself. */
    @Test
    void jarInsideAJar_isNamedItself() {
        assertThat(WireMockCopies.fault(urls(
                        "jar:file:/repo/one.jar!/",
                        "jar:file:/app/application.jar!/BOOT-INF/lib/wiremock-3.9.1.jar!/")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("one.jar and wiremock-3.9.1.jar. "));
    }

    @Test
    void threeCopies_areAllNamed() {
        assertThat(WireMockCopies.fault(urls("jar:file:/a.jar!/", "jar:file:/b.jar!/", "jar:file:/c.jar!/")))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith("there are 3 WireMocks on the class path: a.jar and b.jar and c.jar. "));
    }

    private static List<URL> urls(String... places) {
        List<URL> urls = new ArrayList<>();
        for (String place : places) {
            try {
                urls.add(new URL(null, place + MAIN_CLASS));
            } catch (MalformedURLException e) {
                throw new AssertionError(e);
            }
        }
        return urls;
    }
}
