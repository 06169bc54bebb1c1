package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.json.JacksonJson;
import io.github.cxoneauthstub.wiremock.Listening;
import java.util.List;

/** A server with a control API, and a client of both that says exactly what it is told to. */
final class ControlServer implements AutoCloseable {
    static final String ID = "reporting";
    static final String SECRET = "s3cret+/=";

    private final CxoneAuth auth;

    ControlServer() {
        Configuration configuration = Configuration.builder()
                .client(Client.builder(ID)
                        .secret(SECRET)
                        .scopes("admin:api", "user:read")
                        .build())
                .accessKey(
                        AccessKey.builder("KEYID====").secret("KEYSECRET====").build())
                .build();
        this.auth = CxoneAuth.start(
                configuration,
                Listening.DEFAULT,
                handle -> new ControlApi(handle, new JacksonJson(), Listening.DEFAULT.origin()));
    }

    CxoneAuth auth() {
        return auth;
    }

    /** The status and the body of a control call. */
    Said call(String call, String body) {
        String[] parts = call.split(" ", 2);
        return send(Wire.request(parts[0] + " " + ControlApi.PREFIX + parts[1], List.of(), body));
    }

    Said call(String call) {
        return call(call, "");
    }

    Said send(String request) {
        String answer = Wire.send(auth.baseUri(), request);
        return new Said(Wire.status(answer), answer.split("\r\n\r\n", 2)[0], answer.split("\r\n\r\n", 2)[1]);
    }

    /** The status of a token request by Basic. */
    Said token(String secret) {
        return send(Wire.token("/oauth/token", ID, secret));
    }

    Said get(String path, String token) {
        return send(Wire.get(path, "Authorization: Bearer " + token));
    }

    @Override
    public void close() {
        auth.close();
    }

    /** An answer. */
    record Said(int status, String head, String body) {
        String accessToken() {
            return Wire.accessToken(body);
        }

        /** Status and body in one line. */
        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
