package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.Diagnosis;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import java.util.List;
import java.util.Optional;

/**
 * All detectors, each asked in turn. What one of them says of a client is shown only if the redactor has nothing
 * against it. Immutable and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class Detectors implements Diagnosis {
    private static final System.Logger LOG = System.getLogger(Detectors.class.getName());

    @Override
    public List<Finding> of(Case decided) {
        List<Finding> found = Catalogue.ALL.stream()
                .flatMap(each -> look(each, decided).stream())
                .toList();
        if (found.isEmpty()) {
            return found;
        }
        Redactor net = decided.show().except(Catalogue.OWN_WORDS);
        return found.stream()
                .map(finding -> net.hides(finding.seen()) ? withoutSentence(finding) : finding)
                .toList();
    }

    /** What is left is ours: no word of it came from the client. */
    private static Finding withoutSentence(Finding finding) {
        return new Finding(finding.mistake(), Redactor.HIDDEN, finding.advice(), finding.code(), finding.evidence());
    }

    /** One that fails is a mistake of ours, which must not become one of the answer. */
    private static Optional<Finding> look(Detector detector, Case decided) {
        try {
            return detector.look(decided);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the detector {0} failed: {1}",
                    detector,
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    @Override
    public List<Exchange> over(List<Exchange> oldestFirst) {
        return Behaviours.over(oldestFirst);
    }
}
