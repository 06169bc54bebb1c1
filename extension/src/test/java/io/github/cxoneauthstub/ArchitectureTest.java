package io.github.cxoneauthstub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.junit.jupiter.api.Test;

/** The house rules of the extension module. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPath(Path.of("target", "test-classes"));

    @Test
    void jupiterIsUsedInOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..junit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..")
                .because("the assertions are for users of other test frameworks too")
                .check(OURS);
    }

    @Test
    void assertJIsUsedInOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..assertj")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.assertj..")
                .because("AssertJ is optional: the extension works without it")
                .check(OURS);
    }

    @Test
    void springIsUsedInOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..spring")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..")
                .because("the extension works without Spring: only Spring itself loads what is in that package")
                .check(OURS);
    }

    @Test
    void nothingBehindTheHandleIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.github.tomakehurst..", "wiremock..", "com.nimbusds..", "com.fasterxml..", "org.apache..")
                .because("the extension speaks to the server through CxoneAuth, and to nothing behind it")
                .check(OURS);
    }

    @Test
    void publicTypesAreClosed() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotAnnotations()
                .and()
                .areNotAssignableTo(AbstractAssert.class)
                .and()
                .areNotAssignableTo(SoftAssertionsProvider.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("nobody is meant to extend them, so that they can change; AssertJ's soft assertions"
                        + " do extend assertion classes, and users mix soft assertions of their own")
                .check(OURS);
    }

    @Test
    void nothingIsKeptInStaticFields() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("whatever belongs to a run, a class or a test is in JUnit's stores")
                .check(OURS);
    }

    @Test
    void oneThreadLocalLeadsToJUnitsStores() {
        fields().that()
                .haveRawType(ThreadLocal.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleName("RunningClasses")
                .because("Spring tells its factories no context, and that is the only thing that is not told")
                .check(OURS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.cxoneauthstub.(*)..")
                .should()
                .beFreeOfCycles()
                .because("one reads a package after the other")
                .check(OURS);
    }

    @Test
    void nobodySleeps() {
        for (JavaClasses classes : List.of(OURS, TESTS)) {
            noClasses()
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .because("tests wait for events, and time is virtual")
                    .check(classes);
        }
    }
}
