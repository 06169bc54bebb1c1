package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.profile.Evidence;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of exchanges that are no longer kept is bounded. */
class IncidentsTest {
    private final Incidents incidents = new Incidents();

    @Test
    void kindsBeyondTheMost_areNotRemembered_thoseBeforeAreCountedOn() {
        for (int kind = 0; kind <= Incidents.KINDS; kind++) {
            incidents.add(ofKind(kind));
        }
        incidents.add(ofKind(0));
        incidents.add(ofKind(Incidents.KINDS - 1));

        List<ExchangeLog.Forgotten> all = incidents.all();
        assertThat(all).hasSize(Incidents.KINDS);
        assertThat(all.get(0).count()).isEqualTo(2);
        assertThat(all.get(0).first()).hasSize(2);
        assertThat(all.get(1).count()).isEqualTo(1);
        assertThat(all.get(Incidents.KINDS - 1).count()).isEqualTo(2);
    }

    @Test
    void ofOneKind_theFirstFewAreRemembered() {
        for (int times = 0; times < Incidents.FEW + 3; times++) {
            incidents.add(ofKind(1));
        }

        assertThat(incidents.all()).singleElement().satisfies(kind -> {
            assertThat(kind.first()).hasSize(Incidents.FEW);
            assertThat(kind.count()).isEqualTo(Incidents.FEW + 3);
        });
    }

    @Test
    void whatWentWell_isNotRemembered() {
        incidents.add(Exchange.builder(Instant.EPOCH, "GET", "/").build(1));

        assertThat(incidents.all()).isEmpty();
    }

    /** Each pair of mistakes is a kind of its own. */
    private static Exchange ofKind(int number) {
        Mistake[] all = Mistake.values();
        return Exchange.builder(Instant.EPOCH, "GET", "/")
                .findings(List.of(finding(all[number / 20]), finding(all[20 + number % 20])))
                .build(1);
    }

    private static Finding finding(Mistake mistake) {
        return new Finding(mistake, "the sight", "the advice", List.of(), Evidence.assumed("this test"));
    }
}
