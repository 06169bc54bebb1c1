package io.github.cxoneauthstub.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.BDDSoftAssertionsProvider;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * AssertJ's soft assertions and those of this library in the words of behaviour-driven development: all that fail are
 * told, not only the first.
 *
 * <pre>{@code
 * CxoneBDDSoftAssertions.assertSoftly(softly -> {
 *     softly.then(auth).issuedTokens(1).sentOnlyForms();
 *     softly.then(auth).lastExchange().hasStatus(200);
 * });
 * }</pre>
 *
 * <p>AssertJ's {@code SoftAssertionsExtension} hands it to a test method or a field. As with AssertJ, a navigation that
 * leads nowhere, such as {@code lastExchange()} where no request arrived, ends the test.
 *
 * @see CxoneBDDSoftAssertionsProvider
 * @since 0.1.0
 */
public class CxoneBDDSoftAssertions extends AbstractSoftAssertions
        implements BDDSoftAssertionsProvider, CxoneBDDSoftAssertionsProvider {

    /** Runs assertions, and fails with all that failed. */
    public static void assertSoftly(Consumer<CxoneBDDSoftAssertions> softly) {
        SoftAssertionsProvider.assertSoftly(CxoneBDDSoftAssertions.class, softly);
    }
}
