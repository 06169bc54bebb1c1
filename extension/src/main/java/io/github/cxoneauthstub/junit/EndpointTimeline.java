package io.github.cxoneauthstub.junit;

/** What the endpoint saw, attached to the failure of a test. It stands for no failure of its own and has no stack. */
final class EndpointTimeline extends Throwable {
    EndpointTimeline(String timeline) {
        super(timeline.replace("\n", "\n  "), null, false, false);
    }
}
