package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Fails a strict test for what the endpoint saw and the test did not expect. */
final class StrictCheck {
    private static final int MOST = 8;

    private StrictCheck() {}

    /**
     * Checks at the end of a test or of a class.
     *
     * @throws AssertionFailedError if there is something, and nothing has failed yet
     */
    static void check(CxoneAuth auth, ExtensionContext context) {
        List<Exchange> unexpected = auth.exchanges().unexpected();
        Optional<Throwable> failure = context.getExecutionException();
        if (unexpected.isEmpty()
                || failure.filter(TestAbortedException.class::isInstance).isPresent()) {
            return;
        }
        if (failure.isEmpty()) {
            throw new AssertionFailedError(
                    sentence(unexpected) + ("\n" + auth.exchanges().timeline()).replace("\n", "\n  "));
        }
        failure.get().addSuppressed(new AssertionFailedError(sentence(unexpected)));
    }

    private static String sentence(List<Exchange> unexpected) {
        return "expected no refusal and no mistake of the client that the test did not expect but there "
                + (unexpected.size() == 1 ? "was 1: " : "were " + unexpected.size() + ": ")
                + unexpected.stream().limit(MOST).map(StrictCheck::named).collect(Collectors.joining(", "))
                + (unexpected.size() > MOST ? ", ..." : "")
                + "; what is meant to happen is said with " + remedy(unexpected.get(0));
    }

    private static String named(Exchange exchange) {
        String mistakes = exchange.findings().stream()
                .map(finding -> finding.mistake().id())
                .collect(Collectors.joining(", "));
        return "#" + exchange.number()
                + exchange.reason().map(reason -> " " + reason).orElse("")
                + (mistakes.isEmpty() ? "" : " (" + mistakes + ")");
    }

    private static String remedy(Exchange exchange) {
        Optional<Reason> reason = exchange.reason();
        Optional<Mistake> overTime = exchange.findings().stream()
                .map(Finding::mistake)
                .filter(Mistake::isOverTime)
                .findFirst();
        return "auth.expect("
                + overTime.map(mistake -> "Mistake." + mistake)
                        .or(() -> reason.map(name -> "Reason." + name))
                        .orElseGet(() -> "Mistake." + exchange.findings().get(0).mistake())
                + ")";
    }
}
