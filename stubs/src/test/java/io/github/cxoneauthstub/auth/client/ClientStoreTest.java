package io.github.cxoneauthstub.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientStoreTest {
    private final ClientStore store = new ClientStore(List.of(Client.of("a", "s3cret")));

    @Test
    void secretsOfRemovedAndReplacedClients_areStillSecrets() {
        store.put(Client.of("a", "other"));
        store.remove("a");

        assertThat(store.secrets()).containsExactly("s3cret", "other");
        assertThat(store.all()).isEmpty();
    }

    @Test
    void formerSecrets_areStillSecrets() {
        store.change("a", client -> client.withRotatedSecret("new"));

        assertThat(store.secrets()).containsExactlyInAnyOrder("s3cret", "new");
    }

    /** Only eight former ones are told from wrong ones; the ninth was once no secret any more. */
    @Test
    void secretOfLongAgo_isStillASecret() {
        IntStream.rangeClosed(1, 12).forEach(i -> store.change("a", client -> client.withRotatedSecret("new" + i)));

        assertThat(store.secrets()).hasSize(13).contains("s3cret", "new1");
    }

    @Test
    void fork_goesItsOwnWay() {
        store.put(Client.of("a", "second"));
        ClientStore fork = store.fork();

        fork.register(Client.of("b", "x"));
        fork.change("a", client -> client.toBuilder().disabled().build());
        store.remove("a");

        assertThat(fork.ids()).containsExactly("a", "b");
        assertThat(fork.get("a").enabled()).isFalse();
        assertThat(fork.secrets()).contains("s3cret", "second");
        assertThat(store.ids()).isEmpty();
    }

    @Test
    void putClient_takesThePlaceOfTheOneOfItsId() {
        store.put(Client.of("a", "other"));

        assertThat(store.get("a").secret()).isEqualTo("other");
        assertThat(store.all()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void lists_areThoseOfTheMoment(Consumer<ClientStore> change) {
        List<Client> all = store.all();
        List<String> secrets = store.secrets();
        assertThat(store.all()).isSameAs(all);
        assertThat(store.secrets()).isSameAs(secrets);

        change.accept(store);

        assertThat(all).containsExactly(Client.of("a", "s3cret"));
        assertThat(secrets).containsExactly("s3cret");
        assertThat(store.all()).isNotEqualTo(all);
        assertThat(store.secrets()).containsExactlyInAnyOrder("s3cret", "x");
    }

    static Stream<Consumer<ClientStore>> changes() {
        return Stream.of(
                store -> store.register(Client.of("b", "x")),
                store -> store.put(Client.of("b", "x")),
                store -> store.put(Client.of("a", "x")),
                store -> store.change("a", client -> client.withRotatedSecret("x")));
    }

    @Test
    void removedClient_isInNoListAnyMore() {
        List<Client> all = store.all();

        store.remove("a");

        assertThat(all).hasSize(1);
        assertThat(store.all()).isEmpty();
    }
}
