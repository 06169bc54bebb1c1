package io.github.cxoneauthstub.samples.accesskey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the CXone API in the name of a user. It knows nothing but the issuer: the token endpoint comes from the
 * discovery document, the tenant from the id_token, and the address of the API from the tenant's configuration. Safe
 * for use by several threads.
 */
public final class CxoneApi {
    private final Http http;
    private final URI issuer;
    private final Credentials credentials;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private @Nullable Session session;
    private @Nullable URI api;

    /**
     * @param http trusts the server's certificate; {@code HttpClient.newHttpClient()} in production
     * @param issuer {@code https://cxone.niceincontact.com}, or that of a test
     * @param clock tells when a token ends
     */
    public CxoneApi(HttpClient http, URI issuer, Credentials credentials, Clock clock) {
        this.http = new Http(http);
        this.issuer = issuer;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * Reads one resource, as JSON. A token that is refused is replaced, and the call is repeated once.
     *
     * @throws CxoneException if CXone refuses
     */
    public String get(String path) {
        Session login = session();
        Session.Tokens tokens = login.tokens();
        HttpResponse<String> response = call(path, tokens);
        if (response.statusCode() == 401) {
            response = call(path, login.replace(tokens));
        }
        if (response.statusCode() != 200) {
            throw new CxoneException(response.statusCode(), path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<String> call(String path, Session.Tokens tokens) {
        return http.send(Http.to(URI.create(api(tokens) + path))
                .header("Authorization", "Bearer " + tokens.access())
                .build());
    }

    private synchronized Session session() {
        Session known = session;
        if (known == null) {
            JsonNode discovery = http.json(Http.to(URI.create(issuer + "/.well-known/openid-configuration"))
                    .build());
            URI tokenEndpoint = URI.create(discovery.path("token_endpoint").asText());
            known = new Session(http, tokenEndpoint, credentials, clock);
            session = known;
        }
        return known;
    }

    /** Each tenant has its API at an address of its own, which does not change. */
    private synchronized URI api(Session.Tokens tokens) {
        URI known = api;
        if (known == null) {
            String tenant = claims(tokens.id()).path("tenantId").asText();
            JsonNode configuration = http.json(Http.to(URI.create(
                            issuer + "/.well-known/cxone-configuration?tenantId=" + URLEncoder.encode(tenant, UTF_8)))
                    .build());
            known = URI.create(configuration.path("api_endpoint").asText());
            api = known;
        }
        return known;
    }

    /** What the token endpoint itself sent is read without looking at its signature (OpenID Connect Core 3.1.3.7). */
    private JsonNode claims(String idToken) {
        String[] parts = idToken.split("\\.", -1);
        try {
            return json.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        } catch (JsonProcessingException | RuntimeException noJwt) {
            throw new CxoneException("the token endpoint sent no id_token", noJwt);
        }
    }
}
