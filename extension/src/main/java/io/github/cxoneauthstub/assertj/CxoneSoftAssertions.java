package io.github.cxoneauthstub.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * AssertJ's soft assertions and those of this library: all that fail are told, not only the first.
 *
 * <pre>{@code
 * CxoneSoftAssertions.assertSoftly(softly -> {
 *     softly.assertThat(auth).issuedTokens(1).sentOnlyForms();
 *     softly.assertThat(auth).lastExchange().hasStatus(200);
 * });
 * }</pre>
 *
 * <p>AssertJ's {@code SoftAssertionsExtension} hands it to a test method or a field. As with AssertJ, a navigation that
 * leads nowhere, such as {@code lastExchange()} where no request arrived, ends the test.
 *
 * @see CxoneSoftAssertionsProvider
 * @since 0.1.0
 */
public class CxoneSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, CxoneSoftAssertionsProvider {

    /** Runs assertions, and fails with all that failed. */
    public static void assertSoftly(Consumer<CxoneSoftAssertions> softly) {
        SoftAssertionsProvider.assertSoftly(CxoneSoftAssertions.class, softly);
    }
}
