package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.control.ReportBounds;
import io.github.cxoneauthstub.control.ReportBounds.LeftOut;
import io.github.cxoneauthstub.control.RunReport;
import io.github.cxoneauthstub.control.RunReport.Excerpt;
import io.github.cxoneauthstub.control.RunReport.Outcome;
import io.github.cxoneauthstub.control.RunReport.Section;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.opentest4j.TestAbortedException;

/**
 * What the tests of a run asked, for the file that {@code cxone.auth.report} names; it is written with the end of the
 * root store, to what earlier runs of this process have left there. So that it stays small, a test keeps an excerpt,
 * and of many tests the oldest that passed are left out. Safe for use by several threads.
 */
final class ReportOfRun implements CloseableResource, AutoCloseable {
    private static final String KEY = "report";

    private final Path file;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private LeftOut leftOut = LeftOut.NONE;

    private ReportOfRun(Path file) {
        this.file = file;
    }

    /** That of the run; empty if nobody wants one. */
    static Optional<ReportOfRun> in(ExtensionContext context) {
        return file(context)
                .map(file -> ClassContext.store(context.getRoot())
                        .getOrComputeIfAbsent(ReportOfRun.class, key -> new ReportOfRun(file), ReportOfRun.class));
    }

    /**
     * The file to write; empty for none.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if the parameter names none
     */
    static Optional<Path> file(ExtensionContext context) {
        return context.getConfigurationParameter(Door.PARAMETERS.prefix() + KEY).map(ReportOfRun::path);
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw Door.PARAMETERS.fault(
                    KEY,
                    "'" + text
                            + "' names no file: name one, for example target/cxone-auth-report.html, or leave it out");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw Door.PARAMETERS.fault(KEY, "it names no file: " + wrong.getReason());
        }
    }

    /** Remembers what a test, or a class itself, asked, and how it has ended as far as that is known by now. */
    synchronized void saw(ExtensionContext context, DisplayedName name, Excerpt excerpt) {
        Outcome now = context.getExecutionException()
                .map(failure -> failure instanceof TestAbortedException ? Outcome.ABORTED : Outcome.FAILED)
                .orElse(Outcome.PASSED);
        Outcome outcome = known(context)
                .map(Section::outcome)
                .filter(before -> before.compareTo(now) > 0)
                .orElse(now);
        put(context, new Section(name.type(), name.ofTest(), outcome, excerpt));
    }

    /**
     * Remembers how a test ended.
     *
     * @param unlessSeen what it asked, for one that ended before {@link #saw} could be called
     */
    synchronized void ended(ExtensionContext context, Outcome outcome, Excerpt unlessSeen) {
        DisplayedName plain = DisplayedName.of(context);
        Section section =
                known(context).orElseGet(() -> new Section(plain.type(), plain.ofTest(), outcome, unlessSeen));
        put(context, new Section(section.type(), section.name(), outcome, section.excerpt()));
    }

    private Optional<Section> known(ExtensionContext context) {
        return Optional.ofNullable(sections.get(context.getUniqueId()));
    }

    private void put(ExtensionContext context, Section section) {
        sections.put(context.getUniqueId(), section);
        leftOut = leftOut.plus(ReportBounds.trim(sections.values(), Section::passed, Section::exchanges));
    }

    private synchronized RunReport report() {
        return new RunReport(
                Clock.systemUTC().instant(), ReportFile.process(), List.copyOf(sections.values()), leftOut);
    }

    @Override
    public void close() {
        ReportFile.write(report(), file);
    }
}
