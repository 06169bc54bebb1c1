package io.github.cxoneauthstub.auth.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The registered clients of one simulation, in the order of their registration. Safe for use by several threads. The
 * lists that it hands out stay as they are, and are the same ones until something changes.
 *
 * @since 0.1.0
 */
public final class ClientStore {
    private final Map<String, Client> clients = new LinkedHashMap<>();
    /** Of removed clients, and of too many rotations. */
    private final FormerSecrets forgottenSecrets = new FormerSecrets();

    private @Nullable List<Client> all;
    private @Nullable List<String> secrets;

    /** A store with these clients; of two with the same id, the later one stays. */
    public ClientStore(Collection<Client> clients) {
        clients.forEach(client -> this.clients.put(client.id(), client));
    }

    /** A store that begins with these clients; changes there are not seen here, and the reverse. */
    public synchronized ClientStore fork() {
        ClientStore fork = new ClientStore(clients.values());
        fork.forgottenSecrets.addAll(forgottenSecrets);
        return fork;
    }

    /** A store of these clients that still knows every secret which must not be shown. */
    public synchronized ClientStore restarted(Collection<Client> first) {
        ClientStore restarted = new ClientStore(first);
        restarted.forgottenSecrets.addAll(secrets());
        return restarted;
    }

    /** The client of that id. */
    public synchronized Optional<Client> find(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    /** All clients. */
    public synchronized List<Client> all() {
        if (all == null) {
            all = List.copyOf(clients.values());
        }
        return all;
    }

    /** The ids of all clients. */
    public synchronized List<String> ids() {
        return List.copyOf(clients.keySet());
    }

    /**
     * Registers a client.
     *
     * @throws IllegalArgumentException if there is one of that id
     */
    public synchronized void register(Client client) {
        if (clients.containsKey(client.id())) {
            throw new IllegalArgumentException(
                    "a client '" + client.id() + "' is registered already: remove it first, or"
                            + " change it with the other methods of auth.clients()");
        }
        clients.put(client.id(), client);
        changed();
    }

    /** Removes a client if it is registered and as it was. */
    public synchronized void removeUnchanged(Client client) {
        find(client.id()).filter(client::equals).ifPresent(same -> remove(same.id()));
    }

    /** Registers a client in the place of the one of that id, if there is one. */
    public synchronized void put(Client client) {
        if (clients.containsKey(client.id())) {
            remove(client.id());
        }
        clients.put(client.id(), client);
        changed();
    }

    /**
     * Puts a changed client in the place of the present one.
     *
     * @throws IllegalArgumentException if no client of that id is registered
     */
    public synchronized void change(String id, UnaryOperator<Client> change) {
        Client before = get(id);
        Client after = change.apply(before);
        Stream.concat(Stream.of(before.secret()), before.formerSecrets().stream())
                .filter(secret ->
                        !after.secret().equals(secret) && !after.formerSecrets().contains(secret))
                .forEach(forgottenSecrets::add);
        clients.put(id, after);
        changed();
    }

    /**
     * Removes a client.
     *
     * @throws IllegalArgumentException if no client of that id is registered
     */
    public synchronized void remove(String id) {
        Client removed = get(id);
        forgottenSecrets.add(removed.secret());
        forgottenSecrets.addAll(removed.formerSecrets());
        clients.remove(id);
        changed();
    }

    /**
     * The client of that id.
     *
     * @throws IllegalArgumentException if no client of that id is registered
     */
    public synchronized Client get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "no client '" + id + "' is registered: registered are " + clients.keySet()));
    }

    /** Every secret that ever was valid here: what must never be shown. */
    public synchronized List<String> secrets() {
        if (secrets == null) {
            List<String> present = new ArrayList<>();
            for (Client client : clients.values()) {
                present.add(client.secret());
                present.addAll(client.formerSecrets());
            }
            secrets = forgottenSecrets.and(present);
        }
        return secrets;
    }

    private void changed() {
        all = null;
        secrets = null;
    }
}
