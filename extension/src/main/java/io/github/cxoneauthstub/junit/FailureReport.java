package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Shows what the endpoint saw where a failure is looked at: in the failure itself, and as a report entry. */
final class FailureReport {
    private static final String ENTRY = "cxone-auth";

    private FailureReport() {}

    /** Adds the timeline to a failure, unless it has one. Without any exchange there is nothing to tell. */
    static void tell(Throwable failure, CxoneAuth auth, ExtensionContext context) {
        if (failure instanceof TestAbortedException || auth.exchanges().all().isEmpty()) {
            return;
        }
        try {
            show(failure, auth, context);
        } catch (RuntimeException unable) {
            // the failure itself is what the tester must see
            failure.addSuppressed(unable);
        }
    }

    private static void show(Throwable failure, CxoneAuth auth, ExtensionContext context) {
        String timeline = auth.exchanges().timeline();
        if (!isTold(failure)) {
            failure.addSuppressed(new EndpointTimeline(timeline));
        }
        context.publishReportEntry(ENTRY, timeline);
    }

    /** Whether the failure, a cause or a suppressed one shows a timeline. */
    private static boolean isTold(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> toSee = new ArrayDeque<>(Set.of(failure));
        while (!toSee.isEmpty()) {
            Throwable next = toSee.pop();
            if (seen.add(next)) {
                if (String.valueOf(next.getMessage()).contains(Timeline.HEADING)) {
                    return true;
                }
                if (next.getCause() != null) {
                    toSee.push(next.getCause());
                }
                toSee.addAll(List.of(next.getSuppressed()));
            }
        }
        return false;
    }
}
