package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuthPool;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The one pool of a test run, closed with the root store. Up to JUnit 5.12 a store closes what is a
 * {@link CloseableResource}, later ones prefer {@link AutoCloseable}.
 */
record PoolOfRun(CxoneAuthPool pool) implements CloseableResource, AutoCloseable {

    static CxoneAuthPool in(ExtensionContext context) {
        return ClassContext.store(context.getRoot())
                .getOrComputeIfAbsent(PoolOfRun.class, key -> new PoolOfRun(new CxoneAuthPool()), PoolOfRun.class)
                .pool();
    }

    @Override
    public void close() {
        pool.close();
    }
}
