package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractListAssert;
import org.jspecify.annotations.Nullable;

/**
 * Asserts a list of exchanges: all that AssertJ knows of lists, with {@link ExchangeAssert} for its elements.
 *
 * <pre>{@code
 * assertThat(auth).tokenRequests().of("reporting").hasSize(2).last().wasIssued();
 * assertThat(auth).resourceCalls().at("/v1/users").extracting(Exchange::status).containsExactly(401, 200);
 * }</pre>
 *
 * @since 0.1.0
 */
public class ExchangesAssert
        extends AbstractListAssert<ExchangesAssert, List<? extends Exchange>, Exchange, ExchangeAssert> {

    /** As the navigation of {@link CxoneAuthAssert} makes it; AssertJ's soft assertions make it too. */
    public ExchangesAssert(@Nullable List<? extends Exchange> actual) {
        super(actual, ExchangesAssert.class);
    }

    /**
     * Goes on with those of one client, as far as it was recognised.
     *
     * @throws IllegalArgumentException if none came from a client of that id, and none is registered
     */
    @CheckReturnValue
    public ExchangesAssert of(String clientId) {
        isNotNull();
        Optional<String> id = Optional.of(clientId);
        if (info.representation() instanceof InTimeline known
                && actual.stream().noneMatch(exchange -> exchange.clientId().equals(id))) {
            known.auth().clients().get(clientId);
        }
        return filteredOn(exchange -> exchange.clientId().equals(id));
    }

    /**
     * Goes on with those at this path, compared exactly and without the query.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or has a query
     */
    @CheckReturnValue
    public ExchangesAssert at(String path) {
        Wanted.path("at", path);
        return filteredOn(exchange -> exchange.path().equals(path));
    }

    /** As AssertJ asks for it. */
    @Override
    public ExchangeAssert toAssert(Exchange value, String description) {
        return new ExchangeAssert(value)
                .withRepresentation(info.representation())
                .as(description);
    }

    @Override
    protected ExchangesAssert newAbstractIterableAssert(Iterable<? extends Exchange> iterable) {
        return new ExchangesAssert(
                StreamSupport.stream(iterable.spliterator(), false).toList());
    }
}
