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
 * Fails a strict test for what the endpoint saw and the test did not expect. A dynamic test answers for itself, and its
 * factory for the rest. Safe for use by several threads.
 */
final class StrictCheck {
    private static final int MOST = 8;

    private final List<Span> answeredFor = new ArrayList<>();

    /** The exchanges of a dynamic test, as far as they are its own: those of others at the same time lie among them. */
    private record Span(int after, int last) {
        boolean has(Exchange exchange) {
            return exchange.number() > after && exchange.number() <= last;
        }
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

    /**
     * Checks at the end of a dynamic test.
     *
     * @param after the number of the last exchange before it
     * @param failure what has failed already, if anything
     * @throws AssertionFailedError if there is something, and nothing has failed yet
     */
    void checkDynamic(CxoneAuth auth, int after, Optional<Throwable> failure) {
        Span own = new Span(after, auth.exchanges().lastNumber());
        List<Exchange> unexpected = rest(auth).stream().filter(own::has).toList();
        if (!unexpected.isEmpty()) {
            answerFor(own);
        }
        judge(auth, unexpected, failure);
    }

    private synchronized void answerFor(Span span) {
        answeredFor.add(span);
    }

    private synchronized List<Exchange> rest(CxoneAuth auth) {
        return auth.exchanges().unexpected().stream()
                .filter(exchange -> answeredFor.stream().noneMatch(span -> span.has(exchange)))
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
