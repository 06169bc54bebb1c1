package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.control.RunReport.Excerpt;
import io.github.cxoneauthstub.control.RunReport.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** The end of a test method: what is shown of it, what it is checked for, and what the report of the run says of it. */
final class TestEnd {
    private TestEnd() {}

    /** Its callbacks have run, and its server is still there. */
    static void after(ExtensionContext context) {
        TestLease lease = TestLease.of(context);
        context.getExecutionException().ifPresent(failure -> lease.tell(failure, context));
        lease.report(context);
        try {
            lease.check(context, context.getExecutionException());
        } catch (AssertionFailedError unexpected) {
            // of a factory of dynamic tests nobody is told how it ends
            failedWithin(context);
            throw unexpected;
        }
    }

    /** An instance that never came to be may have failed before its constructor: then only this is told of it. */
    static void told(ExtensionContext context, Outcome outcome, @Nullable Throwable failure) {
        Excerpt before = Excerpt.NONE;
        if (context.getTestInstance().isEmpty() && failure != null) {
            Construction.failed(failure, context);
            before = Constructions.in(context).before(failure);
        }
        report(context, outcome, before);
    }

    /** A part of it, which nobody else is told of, has failed. */
    static void failedWithin(ExtensionContext context) {
        report(context, Outcome.FAILED, Excerpt.NONE);
    }

    private static void report(ExtensionContext context, Outcome outcome, Excerpt unlessSeen) {
        ReportOfRun.in(context).ifPresent(report -> report.ended(context, outcome, unlessSeen));
    }
}
