package io.github.cxoneauthstub.spring;

import io.github.cxoneauthstub.junit.FrameworkProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Gives the contexts of test classes that ask for properties those of the server that the class is lent. */
final class PropertiesCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return FrameworkProperties.of(testClass).map(PropertiesCustomizer::new).orElse(null);
    }
}
