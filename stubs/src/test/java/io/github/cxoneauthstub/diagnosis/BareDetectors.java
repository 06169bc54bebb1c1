package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.Diagnosis;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import java.util.List;

/** All detectors without the net under them: what one throws is thrown, and what it says is not looked through. */
public final class BareDetectors implements Diagnosis {
    @Override
    public List<Finding> of(Case decided) {
        return Catalogue.ALL.stream()
                .flatMap(detector -> detector.look(decided).stream())
                .toList();
    }

    @Override
    public List<Exchange> over(List<Exchange> oldestFirst) {
        return oldestFirst;
    }
}
