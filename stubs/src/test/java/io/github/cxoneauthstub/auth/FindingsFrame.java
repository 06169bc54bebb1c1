package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.diagnosis.Held;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test of what is found in requests: what it asks is one server, of whose exchanges the catalogue is told. */
interface FindingsFrame extends Held.WithExchanges {
    /** The one that is asked. */
    TestServer server();

    @Override
    default List<Exchange> exchanges() {
        return server().view().exchanges().all();
    }

    /**
     * One whose tables are of rows of {@link Found}: the static methods {@code mistakes()} and {@code nearMisses()}, in
     * which each request is told with its mistake.
     */
    interface OfRows extends FindingsFrame {

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("mistakes")
        default void mistake_isFoundAndToldHow(Mistake mistake, String what, TestRequest request, String seen) {
            assertThat(Found.seen(server(), request, mistake)).as(what).contains(seen);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("nearMisses")
        default void nearMiss_isNotTakenForIt(Mistake mistake, String what, TestRequest request) {
            assertThat(Found.seen(server(), request, mistake)).as(what).isEmpty();
        }
    }

    /**
     * One about credentials: in its table {@code mistakes()} each request is told with all that is found about them, in
     * {@code nearMisses()} with what is not.
     */
    interface OfCredentials extends FindingsFrame {

        @ParameterizedTest
        @MethodSource("mistakes")
        default void mistake_isFoundAlone(TestRequest request, String expected) {
            assertThat(Findings.of(server(), request)).containsExactly(expected);
        }

        @ParameterizedTest
        @MethodSource("nearMisses")
        default void nearMiss_isNotFound(Mistake mistake, TestRequest request) {
            assertThat(Found.seen(server(), request, mistake)).isEmpty();
        }
    }
}
