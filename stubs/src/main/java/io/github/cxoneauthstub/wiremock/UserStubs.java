package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The user's own stubs and WireMock's global settings at one moment, to be put back later. Immutable.
 *
 * @since 0.1.0
 */
public final class UserStubs {
    /** No stubs, and the settings that WireMock starts with. */
    public static final UserStubs NONE = new UserStubs(List.of(), GlobalSettings.defaults());

    private final List<StubMapping> oldestFirst;
    private final GlobalSettings settings;

    private UserStubs(List<StubMapping> oldestFirst, GlobalSettings settings) {
        this.oldestFirst = oldestFirst;
        this.settings = settings;
    }

    static UserStubs of(WireMockServer server) {
        List<StubMapping> mappings = new ArrayList<>(server.getStubMappings());
        Collections.reverse(mappings);
        return new UserStubs(List.copyOf(mappings), server.getGlobalSettings().getSettings());
    }

    /** Leaves these stubs, begun scenarios and recorded requests of before forgotten. */
    void putBackInto(WireMockServer server) {
        server.resetMappings();
        server.resetRequests();
        server.resetScenarios();
        server.updateGlobalSettings(settings);
        oldestFirst.forEach(server::addStubMapping);
    }
}
