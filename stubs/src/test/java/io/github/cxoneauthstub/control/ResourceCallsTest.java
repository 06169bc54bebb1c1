package io.github.cxoneauthstub.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.control.ControlServer.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resources of the control API answer in the style that is said of them. */
class ResourceCallsTest {
    private final ControlServer server = new ControlServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void style_isKeptAndTold() {
        Said created = server.call("POST /resources", "{\"path\":\"/agents\",\"style\":\"icStatusDescription\"}");

        assertThat(created)
                .hasToString("201 {\"method\":\"GET\",\"path\":\"/agents\",\"status\":200,\"json\":{},"
                        + "\"style\":\"icStatusDescription\"}");
        Said refused = server.get("/agents", "nonsense");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.head()).contains("\r\nicStatusDescription: The access token is not valid");
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void unknownStyle_isRefused() {
        assertThat(server.call("POST /resources", "{\"path\":\"/agents\",\"style\":\"Genesys\"}"))
                .hasToString(
                        "400 {\"message\":\"request body, line 1: style: 'Genesys' is not allowed here: it must be one of rfc6750, bare,"
                                + " icStatusDescription, genesys; did you mean 'genesys'?\"}");
    }
}
