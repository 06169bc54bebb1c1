package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.auth.client.AccessKey;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The access keys of a configuration, and what a test can change of them. */
class AccessKeysTest {
    private static final AccessKey A = AccessKey.builder("A").secret("s3cret").build();
    private static final AccessKey B =
            AccessKey.builder("B").secret("an0ther").inactive().build();
    private static final Configuration CONFIGURATION =
            Configuration.builder().accessKey(A).accessKey(B).build();

    private final TestServer server = TestServer.with(CONFIGURATION);
    private final AccessKeys keys = server.view().accessKeys();

    @Test
    void accessKeys_areThoseOfTheConfiguration() {
        assertThat(CONFIGURATION.accessKeys()).containsExactly(A, B);
        assertThat(keys.all()).containsExactly(A, B);
        assertThat(keys.get("B")).isEqualTo(B);
        assertThat(Configuration.defaults().accessKeys()).containsExactly(Configuration.DEFAULT_ACCESS_KEY);
        assertThat(Configuration.builder().withoutDefaultAccessKey().build().accessKeys())
                .isEmpty();
    }

    @Test
    void accessKey_canBeDeactivatedAndActivated() {
        keys.deactivate("A");
        keys.activate("B");

        assertThat(keys.get("A").active()).isFalse();
        assertThat(keys.get("B").active()).isTrue();
        assertThat(keys.all()).extracting(AccessKey::id).containsExactly("A", "B");
    }

    @Test
    void rotatedSecret_isStillKeptFromBeingShown() {
        keys.rotateSecret("A", "n3w");

        assertThat(keys.get("A").secret()).isEqualTo("n3w");
        assertThat(server.server().simulation().secrets()).contains("s3cret", "n3w", "an0ther");
    }

    @Test
    void change_isAppliedAsAWholeOrNotAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.rotateSecret("A", ""))
                .withMessageStartingWith("the secret of access key 'A' is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.change("A", key -> B))
                .withMessage("access key 'A' cannot become 'B': an id is for life");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.change(
                        "A", key -> key.toBuilder().tenantId("tenant-3").build()))
                .withMessage("'tenant-3' is not the tenantId of a tenant: use one of " + Tenant.DEFAULT.tenantId()
                        + ", or add it to the tenants");
        assertThat(keys.all()).containsExactly(A, B);
    }

    static Stream<Consumer<AccessKeys>> calls() {
        return Stream.of(
                keys -> keys.get("C"),
                keys -> keys.activate("C"),
                keys -> keys.deactivate("C"),
                keys -> keys.rotateSecret("C", "s3cret"),
                keys -> keys.change("C", key -> key));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void unknownId_isRefusedWithTheIdsThereAre(Consumer<AccessKeys> call) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(keys))
                .withMessage("there is no access key 'C': there are [A, B]");
    }

    @Test
    void fork_beginsWithTheAccessKeysOfItsBase() {
        keys.deactivate("A");

        TestServer fork = server.fork();
        fork.view().accessKeys().activate("B");

        assertThat(fork.view().accessKeys().get("A").active()).isFalse();
        assertThat(keys.get("B").active()).isFalse();
    }

    @Test
    void accessKeyThatIsNewInAnotherConfiguration_isThereInItsFork() {
        AccessKey other = AccessKey.builder("A").secret("other").build();
        keys.deactivate("B");

        TestServer fork = server.fork(
                Configuration.builder().accessKey(other).accessKey(B).build());

        assertThat(fork.view().accessKeys().get("A")).isEqualTo(other);
        assertThat(fork.view().accessKeys().get("B").active()).isFalse();
    }

    @Test
    void accessKeyThatAnotherConfigurationHasNot_goesUnlessItWasChanged() {
        keys.rotateSecret("A", "n3w");

        TestServer fork =
                server.fork(Configuration.builder().withoutDefaultAccessKey().build());

        assertThat(fork.view().accessKeys().all()).extracting(AccessKey::id).containsExactly("A");
        assertThat(fork.server().simulation().secrets()).contains("an0ther");
        assertThat(keys.all()).hasSize(2);
    }

    @Test
    void restart_goesBackToTheConfiguration() {
        keys.rotateSecret("A", "n3w");

        AuthorizationServer restarted = server.server().restarted(TestServer.parts());

        assertThat(restarted.simulation().accessKeys().all()).containsExactly(A, B);
        assertThat(restarted.simulation().secrets()).contains("n3w");
    }

    @Test
    void twoAccessKeysOfOneIdOrAnUnknownTenant_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Configuration.builder().accessKey(A).accessKey(A).build())
                .withMessage("two access keys have the id 'A': ids are unique; give one of them another, or leave it"
                        + " out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder()
                        .accessKey(A.toBuilder().tenantId("tenant-3").build())
                        .build())
                .withMessage("'tenant-3' is not the tenantId of a tenant: use one of " + Tenant.DEFAULT.tenantId()
                        + ", or add it to the tenants");
    }
}
