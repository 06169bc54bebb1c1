package io.github.cxoneauthstub.spring;

import io.github.cxoneauthstub.junit.FrameworkProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts the properties into a context, before all others. It is a part of the key under which Spring keeps the context:
 * a class gets a kept one if its server has the same address and its client is the same.
 */
record PropertiesCustomizer(FrameworkProperties properties) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
        context.getEnvironment().getPropertySources().addFirst(new CxonePropertySource(properties));
    }
}
