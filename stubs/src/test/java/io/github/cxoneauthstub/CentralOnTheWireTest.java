package io.github.cxoneauthstub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.Client;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The older server over a real socket, with its path in another case, and its API where the answer says. */
class CentralOnTheWireTest {
    private static final String JSON = "Content-Type: application/json";
    private static final String BASIC = "Authorization: basic "
            + Base64.getEncoder().encodeToString(("report@example:" + Tenant.DEFAULT.businessUnit()).getBytes(UTF_8));

    private final CxoneAuth auth = CxoneAuth.start(Configuration.builder()
            .client(Client.of("report@example", "n0t-a-secret"))
            .build());

    @BeforeEach
    void serve() {
        auth.api().get("/services/v20.0/agents").answers("{\"agents\":[]}");
    }

    @AfterEach
    void stop() {
        auth.close();
    }

    @Test
    void documentedWay_leadsToTheApiAndToAnotherToken() {
        String key = "\"username\":\"" + Configuration.DEFAULT_ACCESS_KEY.id() + "\",\"password\":\""
                + Configuration.DEFAULT_ACCESS_KEY.secret() + "\"";
        String first =
                post("/incontactauthorizationserver/token", "{\"grant_type\":\"password\"," + key + ",\"scope\":\"\"}");

        assertThat(Wire.status(first)).isEqualTo(200);
        assertThat(api(first)).contains("{\"agents\":[]}");

        String second = post(
                path(first, "refresh_token_server_uri"),
                "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + member(first, "refresh_token") + "\"}");

        assertThat(Wire.status(second)).isEqualTo(200);
        assertThat(api(second)).contains("{\"agents\":[]}");
    }

    private String api(String answer) {
        return Wire.send(
                auth.baseUri(),
                Wire.get(
                        path(answer, "resource_server_base_uri") + "services/v20.0/agents",
                        "Accept: application/json",
                        "Authorization: bearer " + member(answer, "access_token")));
    }

    private String post(String path, String body) {
        return Wire.send(auth.baseUri(), Wire.request("POST " + path, List.of(JSON, BASIC), body));
    }

    private String path(String answer, String name) {
        assertThat(member(answer, name)).startsWith(auth.baseUri().toString());
        return URI.create(member(answer, name)).getPath();
    }

    private static String member(String answer, String name) {
        return answer.split("\"" + name + "\":\"", 2)[1].split("\"", 2)[0];
    }
}
