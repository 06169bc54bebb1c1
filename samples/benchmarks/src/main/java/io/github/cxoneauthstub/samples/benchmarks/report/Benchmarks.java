package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures everything, prints the tables, and writes those that mean something into the page. */
final class Benchmarks {
    private static final List<Section> SECTIONS = List.of(
            new Machine(),
            ColdStart.ofContestants(),
            ColdStart.withOptions(),
            Throughput.ofTokens(),
            Throughput.withoutSignature(),
            new Memory(),
            InOneJvm.decisions(),
            InOneJvm.diagnoses(),
            InOneJvm.servers(),
            new Jars());

    private Benchmarks() {}

    /**
     * Run by the script {@code samples/benchmarks/run}.
     *
     * @param args the directory of the module, {@code quick} or {@code full}, and the sections; none means all
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path module = Path.of(args[0]).toAbsolutePath().normalize();
        Scale scale = Scale.valueOf(args[1].toUpperCase(Locale.ROOT));
        List<String> wanted = List.of(args).subList(2, args.length);
        Page page = new Page(module.resolve("../../docs/performance.md").normalize());
        Bench bench = bench(module.resolve("target"), scale);
        check(wanted);
        for (Section section : SECTIONS) {
            if (wanted.isEmpty() || wanted.contains(section.name())) {
                long begin = System.nanoTime();
                String markdown = section.measure(bench);
                System.out.printf(
                        Locale.ROOT,
                        "## %s (%d s)%n%n%s%n",
                        section.name(),
                        (System.nanoTime() - begin) / 1_000_000_000,
                        markdown);
                if (scale == Scale.FULL) {
                    page.replace(section.name(), markdown);
                }
            }
        }
    }

    private static Bench bench(Path target, Scale scale) throws IOException {
        Path scratch = Files.createTempDirectory(Files.createDirectories(target.resolve("scratch")), "run");
        return new Bench(scale, ClassPaths.in(target), new Child.Launcher(target.resolve("processes.log")), scratch);
    }

    private static void check(List<String> wanted) {
        List<String> names = SECTIONS.stream().map(Section::name).toList();
        for (String each : wanted) {
            if (!names.contains(each)) {
                throw new IllegalArgumentException("there is no section '" + each + "'; there are " + names);
            }
        }
    }
}
