package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/**
 * No stubs from files: those in {@code src/test/resources/mappings} are another WireMock's, and would answer in the
 * first lease only.
 */
final class NoMappingFiles implements MappingsSource {
    @Override
    public void loadMappingsInto(StubMappings stubs) {}

    @Override
    public void save(List<StubMapping> stubs) {}

    @Override
    public void save(StubMapping stub) {}

    @Override
    @SuppressWarnings("removal") // still abstract in 3.13
    public void remove(StubMapping stub) {}

    @Override
    public void removeAll() {}
}
