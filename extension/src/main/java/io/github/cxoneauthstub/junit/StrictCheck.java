package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Fails a strict test for what the endpoint saw and the test did not expect. A dynamic test that ran alone answers for
 * itself, and its factory for the rest. Safe for use by several threads.
 */
final class StrictCheck {
    private static final int MOST = 8;

    private final List<Part> answeredFor = new ArrayList<>();
    private final List<Part> underWay = new ArrayList<>();

    /** A dynamic test from its beginning to its end. What it shares with others is guarded by the check it is of. */
    final class Part {
        private final CxoneAuth auth;
        private final int after;
        private int last;
        private boolean wasAlone;

        private Part(CxoneAuth auth) {
            this.auth = auth;
            this.after = auth.exchanges().lastNumber();
            this.wasAlone = underWay.isEmpty();
        }

        private boolean has(Exchange exchange) {
            return exchange.number() > after && exchange.number() <= last;
        }

        /**
         * Ends it, and checks what happened meanwhile; if another of the factory was under way at some time, nobody
         * knows whose that is, and the factory answers for it.
         *
         * @param failure what has failed already, if anything
         * @throws AssertionFailedError if there is something, and nothing has failed yet
         */
        void check(Optional<Throwable> failure) {
            judge(auth, end(this), failure);
        }
    }

    /** Begins a dynamic test. */
    synchronized Part begin(CxoneAuth auth) {
        Part begun = new Part(auth);
        underWay.forEach(other -> other.wasAlone = false);
        underWay.add(begun);
        return begun;
    }

    /** What it answers for, and from now on nobody else. */
    private synchronized List<Exchange> end(Part part) {
        underWay.remove(part);
        if (!part.wasAlone) {
            return List.of();
        }
        part.last = part.auth.exchanges().lastNumber();
        List<Exchange> unexpected = rest(part.auth).stream().filter(part::has).toList();
        if (!unexpected.isEmpty()) {
            answeredFor.add(part);
        }
        return unexpected;
    }

    /**
     * Checks at the end of a test or of a class.
     *
     * @param failure what has failed already, if anything
     * @throws AssertionFailedError if there is something, and nothing has failed yet
     */
    void check(CxoneAuth auth, Optional<Throwable> failure) {
        judge(auth, rest(auth), failure);
    }

    private synchronized List<Exchange> rest(CxoneAuth auth) {
        return auth.exchanges().unexpected().stream()
                .filter(exchange -> answeredFor.stream().noneMatch(part -> part.has(exchange)))
                .toList();
    }

    private static void judge(CxoneAuth auth, List<Exchange> unexpected, Optional<Throwable> failure) {
        if (unexpected.isEmpty()
                || failure.filter(TestAbortedException.class::isInstance).isPresent()) {
            return;
        }
        if (failure.isEmpty()) {
            throw new AssertionFailedError(
                    sentence(auth, unexpected) + ("\n" + auth.exchanges().timeline(unexpected)).replace("\n", "\n  "));
        }
        failure.get().addSuppressed(new AssertionFailedError(sentence(auth, unexpected)));
    }

    private static String sentence(CxoneAuth auth, List<Exchange> unexpected) {
        int count = count(auth, unexpected);
        return "expected no refusal and no mistake of the client that the test did not expect but there "
                + (count == 1 ? "was 1: " : "were " + count + ": ")
                + unexpected.stream().limit(MOST).map(StrictCheck::named).collect(Collectors.joining(", "))
                + (count > MOST ? ", ..." : "")
                + "; what is meant to happen is said with "
                + auth.exchanges().expectationOf(unexpected);
    }

    /** Where nobody answered for a part, those that only their count is known of are counted too. */
    private static int count(CxoneAuth auth, List<Exchange> unexpected) {
        return unexpected.size() == auth.exchanges().unexpected().size()
                ? auth.exchanges().unexpectedCount()
                : unexpected.size();
    }

    private static String named(Exchange exchange) {
        String mistakes = exchange.findings().stream()
                .map(finding -> finding.mistake().id())
                .collect(Collectors.joining(", "));
        return "#" + exchange.number()
                + exchange.reason().map(reason -> " " + reason).orElse("")
                + (mistakes.isEmpty() ? "" : " (" + mistakes + ")");
    }
}
