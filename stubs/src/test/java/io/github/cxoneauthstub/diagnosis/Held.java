package io.github.cxoneauthstub.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Holds a test to what {@link Shows} and {@link NearMissOf} say of it, so that the catalogue can rely on them. */
public final class Held implements AfterTestExecutionCallback {

    /** A class whose tests have exchanges. */
    public interface WithExchanges {
        /** What this test has made, each with what it shows. */
        List<Exchange> exchanges();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Set<Mistake> found = ((WithExchanges) context.getRequiredTestInstance())
                .exchanges().stream()
                        .flatMap(exchange -> exchange.findings().stream())
                        .map(Finding::mistake)
                        .collect(Collectors.toSet());
        Method test = context.getRequiredTestMethod();
        Optional.ofNullable(test.getAnnotation(Shows.class))
                .ifPresent(shows -> assertThat(found).contains(shows.value()));
        Optional.ofNullable(test.getAnnotation(NearMissOf.class))
                .ifPresent(near -> assertThat(found).doesNotContain(near.value()));
    }
}
