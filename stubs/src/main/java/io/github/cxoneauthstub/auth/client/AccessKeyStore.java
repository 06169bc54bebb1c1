package io.github.cxoneauthstub.auth.client;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The access keys of one simulation, in their order. Safe for use by several threads. The lists that it hands out stay
 * as they are, and are the same ones until something changes.
 *
 * @since 0.1.0
 */
public final class AccessKeyStore {
    private final Map<String, AccessKey> keys = new LinkedHashMap<>();
    private final FormerSecrets formerSecrets = new FormerSecrets();

    private @Nullable List<AccessKey> all;
    private @Nullable List<String> secrets;

    /** A store with these access keys. */
    public AccessKeyStore(Collection<AccessKey> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    /** A store that begins with these access keys; changes there are not seen here, and the reverse. */
    public synchronized AccessKeyStore fork() {
        AccessKeyStore fork = new AccessKeyStore(keys.values());
        fork.formerSecrets.addAll(formerSecrets);
        return fork;
    }

    /** A store of these access keys that still knows every secret which must not be shown. */
    public synchronized AccessKeyStore restarted(Collection<AccessKey> first) {
        AccessKeyStore restarted = new AccessKeyStore(first);
        restarted.formerSecrets.addAll(secrets());
        return restarted;
    }

    /** The access key of that id. */
    public synchronized Optional<AccessKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** All access keys. */
    public synchronized List<AccessKey> all() {
        if (all == null) {
            all = List.copyOf(keys.values());
        }
        return all;
    }

    /**
     * The access key of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public synchronized AccessKey get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("there is no access key '" + id + "': there are " + keys.keySet()));
    }

    /** Puts an access key in the place of the one of that id, if there is one. */
    public synchronized void put(AccessKey key) {
        Optional.ofNullable(keys.put(key.id(), key)).map(AccessKey::secret).ifPresent(formerSecrets::add);
        changed();
    }

    /** Removes an access key if it is there and as it was. */
    public synchronized void removeUnchanged(AccessKey key) {
        if (keys.remove(key.id(), key)) {
            formerSecrets.add(key.secret());
            changed();
        }
    }

    /**
     * Puts a changed access key in the place of the present one.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public synchronized void change(String id, UnaryOperator<AccessKey> change) {
        put(change.apply(get(id)));
    }

    /** Every secret that ever was valid here: what must never be shown. */
    public synchronized List<String> secrets() {
        if (secrets == null) {
            secrets = formerSecrets.and(
                    keys.values().stream().map(AccessKey::secret).toList());
        }
        return secrets;
    }

    private void changed() {
        all = null;
        secrets = null;
    }
}
