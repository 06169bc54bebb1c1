package io.github.cxoneauthstub.spring;

import io.github.cxoneauthstub.junit.FrameworkProperties;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets a context start between the {@code @BeforeAll} methods and the first test. Spring would start it within the
 * first test, and what the application then fetches, a token for example, would be gone with that. Where one instance
 * serves all methods, Spring has started the context for it already, before the {@code @BeforeAll} methods: what it
 * fetched belongs to the class then, too.
 */
final class ContextStartListener implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext testContext) {
        FrameworkProperties.beforeTests(testContext.getTestClass(), testContext::getApplicationContext);
    }
}
