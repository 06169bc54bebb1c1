package io.github.cxoneauthstub.wiremock;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds a second WireMock on the class path, the commonest reason for one that does not start. */
final class WireMockCopies {
    private static final String MAIN_CLASS = "com/github/tomakehurst/wiremock/WireMockServer.class";

    private WireMockCopies() {}

    /** This class path, looked at once and warned of once. */
    private static final class ThisClassPath {
        private static final Optional<String> FAULT = look();

        private static Optional<String> look() {
            Optional<String> fault = WireMockCopies.fault(WireMockCopies.class.getClassLoader());
            fault.ifPresent(message ->
                    System.getLogger("io.github.cxoneauthstub.wiremock").log(Level.WARNING, message));
            return fault;
        }
    }

    /** What is wrong with the class path; empty if there is one WireMock on it. The first call warns in the log. */
    static Optional<String> fault() {
        return ThisClassPath.FAULT;
    }

    static Optional<String> fault(ClassLoader loader) {
        try {
            return fault(Collections.list(loader.getResources(MAIN_CLASS)));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    static Optional<String> fault(List<URL> copies) {
        if (copies.size() < 2) {
            return Optional.empty();
        }
        List<String> jars = copies.stream().map(WireMockCopies::jar).toList();
        return Optional.of("there are " + copies.size() + " WireMocks on the class path: " + String.join(" and ", jars)
                + ". Keep one: where your build has org.wiremock:wiremock or org.wiremock:wiremock-jetty12 of its own,"
                + " exclude org.wiremock:wiremock-standalone from io.github.cxoneauthstub:cxone-auth-junit (or cxone-auth-stubs); otherwise"
                + " exclude the other one");
    }

    private static String jar(URL copy) {
        String url = copy.toString();
        int end = url.lastIndexOf("!/");
        String place = end < 0 ? url.replace(MAIN_CLASS, "") : url.substring(0, end);
        return place.substring(place.replaceAll("/$", "").lastIndexOf('/') + 1);
    }
}
