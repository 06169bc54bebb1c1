package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** WireMock's client for proxying, made at its first use: it costs 90 ms of every start, and few tests proxy. */
final class LazyHttpClient implements HttpClient {
    private final HttpClientSource source;
    private @Nullable HttpClient client;

    private interface HttpClientSource {
        HttpClient make();
    }

    private LazyHttpClient(HttpClientSource source) {
        this.source = source;
    }

    /** Makes such clients for WireMock's options. */
    static final class Factory implements HttpClientFactory {
        @Override
        public HttpClient buildHttpClient(
                Options options, boolean trustAll, List<String> trustedHosts, boolean useSystemProperties) {
            return new LazyHttpClient(() -> new ApacheHttpClientFactory()
                    .buildHttpClient(options, trustAll, trustedHosts, useSystemProperties));
        }
    }

    @Override
    public Response execute(Request request) throws IOException {
        return client().execute(request);
    }

    private synchronized HttpClient client() {
        HttpClient made = client == null ? source.make() : client;
        client = made;
        return made;
    }
}
