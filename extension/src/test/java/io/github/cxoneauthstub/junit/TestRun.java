package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** A run of test classes within a test. What they want to tell, they publish as report entries. */
public final class TestRun {
    /** With so many threads that sixteen tests can wait for one another. */
    static final Map<String, String> CONCURRENTLY = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "20");

    private final EngineExecutionResults results;

    private TestRun(EngineExecutionResults results) {
        this.results = results;
    }

    public static TestRun of(Class<?>... testClasses) {
        return with(Map.of(), testClasses);
    }

    public static TestRun with(Map<String, String> parameters, Class<?>... testClasses) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter").configurationParameters(parameters);
        for (Class<?> testClass : testClasses) {
            kit.selectors(DiscoverySelectors.selectClass(testClass));
        }
        return new TestRun(kit.execute());
    }

    /** See {@link #CONCURRENTLY}. */
    public static TestRun concurrently(Class<?>... testClasses) {
        return with(CONCURRENTLY, testClasses);
    }

    /** What was published under a key, in the order of its publication. */
    public List<String> published(String key) {
        return results.allEvents().stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .flatMap(values -> Optional.ofNullable(values.get(key)).stream())
                .toList();
    }

    /** The failures of tests and containers. */
    public List<Throwable> failures() {
        return results.allEvents().stream()
                .map(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(Optional::stream)
                .map(TestExecutionResult::getThrowable)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The only failure. */
    public Throwable failure() {
        assertThat(failures()).hasSize(1);
        return failures().get(0);
    }

    /** What the tests that succeeded are displayed as. */
    List<String> succeededTests() {
        return results.testEvents().succeeded().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** All tests succeeded, and there were so many. */
    public TestRun succeeded(int tests) {
        assertThat(failures()).isEmpty();
        assertThat(results.testEvents().succeeded().stream().map(Event::getTestDescriptor))
                .hasSize(tests);
        return this;
    }
}
