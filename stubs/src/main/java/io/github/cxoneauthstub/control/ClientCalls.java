package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.RegisteredClients;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.settings.ClientSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Registers, changes and removes clients. What it tells of one never holds the secret. */
final class ClientCalls {
    private final RegisteredClients clients;

    ClientCalls(RegisteredClients clients) {
        this.clients = clients;
    }

    List<Call> all() {
        return List.of(
                Call.of("GET", "/clients", body -> list()),
                Call.of("POST", "/clients", this::register),
                Call.ofOne("PATCH", "/clients", (id, body) -> known(id, () -> change(id, body))),
                Call.ofOne("DELETE", "/clients", (id, body) -> known(id, () -> remove(id))));
    }

    private Result list() {
        return Result.ok(
                Map.of("clients", clients.all().stream().map(ClientCalls::shown).toList()));
    }

    private Result register(CallBody body) {
        Client client = ClientSettings.read(body.json());
        if (find(client.id()).isPresent()) {
            return Result.refused(
                    409,
                    "id: a client '" + client.id() + "' is registered already: change it with PATCH, or delete it");
        }
        body.json().run(() -> clients.register(client));
        return Result.created(shown(client));
    }

    private Result change(String id, CallBody body) {
        UnaryOperator<Client> change = ClientSettings.readChange(id, body.change());
        clients.change(id, change);
        return Result.ok(shown(clients.get(id)));
    }

    private Result remove(String id) {
        clients.remove(id);
        return Result.deleted();
    }

    private Result known(String id, Supplier<Result> action) {
        return find(id).isPresent()
                ? action.get()
                : Result.unknown(
                        "client", id, clients.all().stream().map(Client::id).toList());
    }

    private Optional<Client> find(String id) {
        return clients.all().stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /** As it is written in the configuration file, without the secret. */
    private static Map<String, Object> shown(Client client) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", client.id());
        if (client.isPublic()) {
            shown.put("public", true);
        }
        if (!client.redirectUris().isEmpty()) {
            shown.put("redirectUris", client.redirectUris());
        }
        shown.put("scopes", client.scopes().toList());
        shown.put(
                "grants",
                client.grants().stream().sorted().map(GrantType::parameter).toList());
        shown.put("authMethod", client.authMethod().name().toLowerCase(Locale.ROOT));
        shown.put("enabled", client.enabled());
        client.secretExpires().ifPresent(at -> shown.put("secretExpires", at.toString()));
        client.tenantId().ifPresent(tenant -> shown.put("tenantId", tenant));
        return shown;
    }
}
