package io.github.cxoneauthstub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.cxoneauthstub.auth.Diagnosis;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.Reply;
import io.github.cxoneauthstub.auth.RequestMatcher;
import io.github.cxoneauthstub.auth.RequestMatchers;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import io.github.cxoneauthstub.front.FrontListener;
import io.github.cxoneauthstub.front.HandshakeListener;
import io.github.cxoneauthstub.wiremock.Administration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lives where: the house of this module, kept by tests. */
class ArchitectureTest {
    private static final String BASE = "io.github.cxoneauthstub";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    private static final JavaClasses MAIN_AND_TESTS = new ClassFileImporter().importPackages(BASE);

    /** What others implement: adding a method to one of them breaks them. */
    private static final Set<Class<?>> MEANT_TO_BE_IMPLEMENTED = Set.of(
            RequestMatcher.class,
            RequestMatchers.class,
            Json.class,
            Diagnosis.class,
            TokenSigner.class,
            FrontListener.class,
            HandshakeListener.class,
            Reply.Passage.class,
            Administration.class);

    private static void check(ArchRule rule, String because) {
        rule.because(because).check(MAIN);
    }

    @Test
    void model_knowsOnlyJavaAndItself() {
        check(
                classes()
                        .that()
                        .resideInAPackage(BASE + ".auth..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", BASE + ".auth..")),
                "what the server decides must be readable and testable without HTTP, JSON or JWT libraries");
    }

    @Test
    void settings_knowOnlyTheModel() {
        check(
                classes()
                        .that()
                        .resideInAPackage(BASE + ".settings")
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage("java..", "org.jspecify..", BASE + ".auth..", BASE + ".settings")),
                "a file and a request body are read by the same rules, whoever reads them");
    }

    @Test
    void diagnosis_knowsOnlyTheModel() {
        check(
                classes()
                        .that()
                        .resideInAPackage(BASE + ".diagnosis")
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage("java..", "org.jspecify..", BASE + ".auth..", BASE + ".diagnosis")),
                "what a client did is read from what the server saw and knows, by whatever way it came in");
    }

    @Test
    void nimbus_livesInJose() {
        check(onlyIn("com.nimbusds..", BASE + ".jose"), "the JWT library is to be exchangeable at one place");
    }

    @Test
    void jackson_livesInJson() {
        check(onlyIn("com.fasterxml..", BASE + ".json"), "the JSON library is to be exchangeable at one place");
    }

    @Test
    void bouncyCastle_livesInTls() {
        check(onlyIn("org.bouncycastle..", BASE + ".tls"), "only the test authority makes certificates");
    }

    @Test
    void httpCore_livesInTheFront() {
        check(onlyIn("org.apache.hc..", BASE + ".front"), "only the front touches the wire");
    }

    @Test
    void wireMock_livesInItsPackageAndTheFront() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(BASE + ".wiremock", BASE + ".front")
                        .and()
                        .doNotHaveFullyQualifiedName(CxoneAuth.class.getName())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.github.tomakehurst.."),
                "WireMock is the engine, no part of the model");
    }

    @Test
    void handle_knowsNothingOfWireMockButItsStubbing() {
        check(
                noClasses()
                        .that()
                        .haveFullyQualifiedName(CxoneAuth.class.getName())
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("com.github.tomakehurst..")
                                .and(DescribedPredicate.not(
                                        nameMatching("com\\.github\\.tomakehurst\\.wiremock\\.junit\\.Stubbing")))),
                "nobody may stop a pooled server through the handle");
    }

    @Test
    void relocatedTypes_areUsedNowhere() {
        check(
                noClasses().should().dependOnClassesThat().resideInAnyPackage("wiremock.."),
                "they are in wiremock-standalone only: users may run on org.wiremock:wiremock");
    }

    @Test
    void logging_isThatOfThePlatform() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache.commons.logging.."),
                "System.Logger lays no logging framework on users");
    }

    @Test
    void packages_formNoCycles() {
        check(slices().matching(BASE + ".(**)").should().beFreeOfCycles(), "a cycle is one package in disguise");
    }

    @Test
    void assembly_isKnownToNoPart() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(BASE + ".*..")
                        .and()
                        .resideOutsideOfPackages(BASE + ".control", BASE + ".standalone")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(BASE),
                "the root package puts the parts together; they do not know it, but for those who hold a handle");
    }

    @Test
    void publicTypes_areClosed() {
        check(
                classes().that().arePublic().should(not(be(open()))),
                "whoever extends our types makes each change of them a breaking one");
    }

    @Test
    void libraries_areInNoPublicSignature() {
        check(
                codeUnits()
                        .that()
                        .arePublic()
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(BASE + ".jose", BASE + ".json")
                        .should()
                        .notHaveRawParameterTypes(mentioningALibrary()),
                "users must not need Nimbus or Jackson to compile");
        check(
                methods()
                        .that()
                        .arePublic()
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(BASE + ".jose", BASE + ".json")
                        .should()
                        .notHaveRawReturnType(resideInAnyPackage("com.nimbusds..", "com.fasterxml..")),
                "users must not need Nimbus or Jackson to compile");
    }

    @Test
    void publicMethods_setNothing() {
        check(
                noMethods().that().arePublic().should().haveNameMatching("set[A-Z].*"),
                "values are immutable; builders speak the words of the domain");
    }

    @Test
    void timeAndChance_comeFromTheAssembly() {
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(BASE + ".Assembly")
                        .should()
                        .accessTargetWhere(isTimeOrChance()),
                "a test must be able to say what time it is, and to repeat itself");
    }

    @Test
    void staticFields_areFinal() {
        check(
                fields().that().areStatic().should().beFinal(),
                "state lives in one simulation, never in statics: tests run side by side");
    }

    @Test
    void nobody_sleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .because("a test that sleeps is slow when it is right and wrong when the machine is slow")
                .check(MAIN_AND_TESTS);
    }

    @Test
    void nobody_parks_butWhoWaitsForWhatTellsNobody() {
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(BASE + ".auth.VirtualTime")
                        .and()
                        .doNotHaveFullyQualifiedName(BASE + ".front.Door")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.concurrent.locks.LockSupport"),
                "what is waited for says that it has come");
    }

    @Test
    void nobody_isAClient() {
        check(
                noClasses().should().dependOnClassesThat().resideInAPackage("java.net.http.."),
                "the server asks nobody, so that it tells nobody; of a stub that proxies, WireMock's own client does");
    }

    private static ArchRule onlyIn(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> open() {
        return DescribedPredicate.describe(
                "neither final nor sealed nor meant to be implemented",
                type -> !type.getModifiers().contains(JavaModifier.FINAL)
                        && !type.reflect().isSealed()
                        && !MEANT_TO_BE_IMPLEMENTED.contains(type.reflect())
                        && !type.isAnnotation()
                        && !type.isEnum());
    }

    private static DescribedPredicate<List<JavaClass>> mentioningALibrary() {
        return DescribedPredicate.describe(
                "one of a library",
                types -> types.stream().anyMatch(resideInAnyPackage("com.nimbusds..", "com.fasterxml..")));
    }

    private static DescribedPredicate<JavaAccess<?>> isTimeOrChance() {
        Set<String> targets = Set.of(
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.time.LocalDateTime.now",
                "java.time.OffsetDateTime.now",
                "java.time.ZonedDateTime.now",
                "java.time.Clock.systemUTC",
                "java.time.Clock.systemDefaultZone",
                "java.time.Clock.system",
                "java.lang.System.currentTimeMillis",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID",
                "java.util.Date.<init>",
                "java.util.Random.<init>",
                "java.util.SplittableRandom.<init>",
                "java.util.random.RandomGenerator.getDefault",
                "java.util.random.RandomGenerator.of",
                "java.security.SecureRandom.<init>",
                "java.util.concurrent.ThreadLocalRandom.current");
        return DescribedPredicate.describe(
                "a source of time or chance",
                access -> targets.contains(access.getTargetOwner().getFullName() + "." + access.getName()));
    }
}
