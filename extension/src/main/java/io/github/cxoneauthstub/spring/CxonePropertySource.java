package io.github.cxoneauthstub.spring;

import io.github.cxoneauthstub.junit.FrameworkProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The properties as a context asks for them. Its source is not the map itself, because that one's text has the secret.
 */
final class CxonePropertySource extends EnumerablePropertySource<FrameworkProperties> {

    CxonePropertySource(FrameworkProperties properties) {
        super("cxone-auth", properties);
    }

    @Override
    public String[] getPropertyNames() {
        return source.asMap().keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return source.asMap().get(name);
    }
}
