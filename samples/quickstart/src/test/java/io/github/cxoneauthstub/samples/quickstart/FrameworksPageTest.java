package io.github.cxoneauthstub.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of docs/frameworks.md is that of the samples; with -Dpages.write=true it is written anew. */
class FrameworksPageTest {
    private final SampledPage page = new SampledPage("frameworks.md");

    @Test
    void everyBlock_isARegionOfASample() throws IOException {
        page.write();

        List<SampledPage.Block> blocks = page.blocks();
        assertThat(blocks)
                .allSatisfy(
                        block -> assertThat(block.shown()).as(block.source()).isEqualTo(block.region()));
        // all but the attribute at the top
        assertThat(blocks).hasSize((int) page.fences() - 1);
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
