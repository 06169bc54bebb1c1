package io.github.cxoneauthstub.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of docs/frameworks.md is that of the samples; with -Dpages.write=true it is written anew. */
class FrameworksPageTest {
    private static final SampledPage PAGE = new SampledPage("frameworks.md");

    @BeforeAll
    static void write() throws IOException {
        PAGE.write();
    }

    @Test
    void everyBlock_isARegionOfASample() throws IOException {
        List<SampledPage.Block> blocks = PAGE.blocks();
        assertThat(blocks)
                .allSatisfy(
                        block -> assertThat(block.shown()).as(block.source()).isEqualTo(block.region()));
        // all but the attribute at the top
        assertThat(blocks).hasSize((int) PAGE.fences() - 1);
    }

    @Test
    void everyFramework_hasTheDependenciesOfItsSample() throws IOException {
        String text = PAGE.text();

        assertThat(SampleDependencies.samples(text))
                .containsExactly(
                        "samples/spring-boot-3", "samples/spring-boot-4", "samples/micronaut", "samples/quarkus");
        assertThat(text).isEqualTo(SampleDependencies.rewritten(text));
    }

    @ParameterizedTest
    @CsvSource({
        "main/resources/application.yml, registration",
        "main/java/io/github/cxoneauthstub/samples/springboot4/CxoneConfiguration.java, client",
        "main/java/io/github/cxoneauthstub/samples/springboot4/CxoneUsers.java, retry",
        "main/java/io/github/cxoneauthstub/samples/springboot4/SecurityConfiguration.java, resource-server",
        "test/java/io/github/cxoneauthstub/samples/springboot4/CxoneUsersTest.java, class",
        "test/java/io/github/cxoneauthstub/samples/springboot4/ReportsTest.java, class"
    })
    void bothSpringSamples_showTheSame(String source, String region) {
        String four = SampledPage.region("samples/spring-boot-4/src/" + source, region);
        String three =
                SampledPage.region("samples/spring-boot-3/src/" + source.replace("springboot4", "springboot3"), region);

        assertThat(three).isEqualTo(four);
    }

    @Test
    void quickstart_runsWithoutSpring() {
        assertThat(getClass().getResource("/org/springframework/test/context/ContextCustomizerFactory.class"))
                .isNull();
        assertThat(getClass().getResource("/META-INF/spring.factories")).isNotNull();
    }
}
