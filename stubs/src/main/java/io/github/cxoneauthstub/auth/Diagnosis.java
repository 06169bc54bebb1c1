package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import java.util.List;

/**
 * Finds out what a client did to cause its answers. A port: the model decides without it. Implementations never throw,
 * whatever was sent, and are safe for several threads.
 *
 * @since 0.1.0
 */
public interface Diagnosis {

    /**
     * What one request shows. It is asked when its exchange is first read, which may be never, of what was known when
     * it was decided.
     */
    List<Finding> of(Case decided);

    /**
     * What the exchanges show together: the same exchanges, each with what it shows beside those before it.
     *
     * @param oldestFirst as they were recorded
     */
    List<Exchange> over(List<Exchange> oldestFirst);

    /** The one that finds nothing. */
    static Diagnosis none() {
        return new Diagnosis() {
            @Override
            public List<Finding> of(Case decided) {
                return List.of();
            }

            @Override
            public List<Exchange> over(List<Exchange> oldestFirst) {
                return oldestFirst;
            }
        };
    }
}
