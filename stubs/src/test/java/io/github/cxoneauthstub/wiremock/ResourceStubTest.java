package io.github.cxoneauthstub.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Resource;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a resource in the making stays with it, in whatever order it is said. */
class ResourceStubTest {
    private final List<Resource> resources = new ArrayList<>();
    private final Api api = new Api(resources::add, new JacksonJson());

    @Test
    void style_isThatOfTheIssuerUnlessItIsSaid() {
        ResourceStub stub = api.get("/a");
        stub.style(ResourceStyle.BARE);
        stub.answers("1");
        stub.style(ResourceStyle.BARE).style(ResourceStyle.GENESYS).answers("1");

        assertThat(resources.get(0).style()).isEmpty();
        assertThat(resources.get(1).style()).contains(ResourceStyle.GENESYS);
    }

    @Test
    void order_doesNotMatter() {
        api.get("/a")
                .style(ResourceStyle.BARE)
                .requires("a:b")
                .withQueryParam("page", equalTo("2"))
                .answers("1");
        api.get("/a")
                .withQueryParam("page", equalTo("2"))
                .requires("a:b")
                .style(ResourceStyle.BARE)
                .answers("1");

        assertThat(resources).allSatisfy(resource -> {
            assertThat(resource.style()).contains(ResourceStyle.BARE);
            assertThat(resource.scope()).contains("a:b");
        });
        assertThat(resources.get(0).matcher().describe())
                .isEqualTo(resources.get(1).matcher().describe());
    }
}
