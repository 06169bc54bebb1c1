package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.client.Client;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads the configuration parameters {@code cxone.auth.*}: system properties, or {@code junit-platform.properties}. */
final class ParameterLayer {
    private static final String TOKEN_LIFETIME = "token-lifetime";
    private static final String STRICT = "strict";
    private static final String CLIENT_ID = Door.PARAMETERS.clientKey();
    private static final String CLIENT_SECRET = "client.secret";
    private static final String CLIENT_SCOPES = "client.scopes";

    private final ExtensionContext context;
    private final Layer.Reader reader = Layer.from(Door.PARAMETERS);

    private ParameterLayer(ExtensionContext context) {
        this.context = context;
    }

    static Layer of(ExtensionContext context) {
        return new ParameterLayer(context).read();
    }

    private Layer read() {
        value("config").ifPresent(reader::config);
        value("profile").ifPresent(reader::profile);
        value("path").ifPresent(path -> reader.paths(List.of(path)));
        value(TOKEN_LIFETIME).ifPresent(text -> reader.tokenLifetime(TOKEN_LIFETIME, text));
        value("properties").ifPresent(reader::properties);
        value(STRICT).filter(ParameterLayer::isTrue).ifPresent(yes -> reader.strict());
        ReportOfRun.file(context);
        value(CLIENT_ID).ifPresentOrElse(this::client, this::checkNoClient);
        return reader.layer();
    }

    private static boolean isTrue(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw Door.PARAMETERS.fault(STRICT, "'" + text + "' is neither true nor false");
        }
        return text.equals("true");
    }

    private void client(String id) {
        String secret = value(CLIENT_SECRET)
                .orElseThrow(() ->
                        Door.PARAMETERS.fault(CLIENT_SECRET, "it is missing: client '" + id + "' needs a secret"));
        Client.Builder client = Door.PARAMETERS.read(CLIENT_ID, () -> Client.builder(id));
        Door.PARAMETERS.read(CLIENT_SECRET, () -> client.secret(secret));
        value(CLIENT_SCOPES)
                .ifPresent(scopes -> Door.PARAMETERS.read(CLIENT_SCOPES, () -> client.scopes(words(scopes))));
        reader.client(client.build());
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.strip().split("\\s+");
    }

    private void checkNoClient() {
        for (String key : List.of(CLIENT_SECRET, CLIENT_SCOPES)) {
            if (value(key).isPresent()) {
                throw Door.PARAMETERS.fault(
                        key, "it belongs to no client: set cxone.auth.client.id too, or leave it out");
            }
        }
    }

    private Optional<String> value(String key) {
        return context.getConfigurationParameter(Door.PARAMETERS.prefix() + key);
    }
}
