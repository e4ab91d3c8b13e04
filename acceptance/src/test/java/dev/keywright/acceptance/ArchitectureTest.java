package dev.keywright.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of the house: who may use whom. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(Stream.of(
                            "annotations",
                            "runtime",
                            "checks",
                            "processor",
                            "adapters/servlet",
                            "adapters/jdk-http",
                            "adapters/jwt",
                            "adapters/micrometer",
                            "adapters/slf4j",
                            "adapters/spring",
                            "stores/jdbc",
                            "stores/redis",
                            "tools/cli")
                    .map(module -> Build.root().resolve(module).resolve("target/classes"))
                    .toList());

    private static final List<String> HOUSE = List.of(
            "dev.keywright.annotations..",
            "dev.keywright.runtime..",
            "dev.keywright.checks..",
            "dev.keywright.processor..",
            "dev.keywright.adapters..",
            "dev.keywright.store..",
            "dev.keywright.cli..");

    @Test
    void everyRoomIsSeen() {
        for (String room : HOUSE) {
            String prefix = room.replace("..", "");
            assertThat(CLASSES.stream().anyMatch(type -> type.getPackageName().startsWith(prefix)))
                    .as(room)
                    .isTrue();
        }
    }

    @Test
    void annotationsDependOnNothing() {
        classes()
                .that()
                .resideInAPackage("dev.keywright.annotations..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.keywright.annotations..", "java..")
                .check(CLASSES);
    }

    @Test
    void runtimeUsesOnlyAnnotationsOfOurs() {
        mayUse("dev.keywright.runtime..", "dev.keywright.annotations..");
    }

    @Test
    void checksUseOnlyAnnotationsOfOurs() {
        mayUse("dev.keywright.checks..", "dev.keywright.annotations..");
    }

    @Test
    void processorUsesOnlyAnnotationsAndChecks() {
        mayUse("dev.keywright.processor..", "dev.keywright.annotations..", "dev.keywright.checks..");
    }

    @Test
    void adaptersUseOnlyTheRuntimeAndWhatTheyStandOn() {
        mayUse("dev.keywright.adapters.servlet..", "dev.keywright.annotations..", "dev.keywright.runtime..");
        mayUse("dev.keywright.adapters.micrometer..", "dev.keywright.annotations..", "dev.keywright.runtime..");
        mayUse("dev.keywright.adapters.slf4j..", "dev.keywright.annotations..", "dev.keywright.runtime..");
        mayUse("dev.keywright.adapters.jwt..", "dev.keywright.annotations..", "dev.keywright.runtime..");
        mayUse("dev.keywright.adapters.jdkhttp..", "dev.keywright.annotations..", "dev.keywright.runtime..");
        mayUse(
                "dev.keywright.adapters.spring..",
                "dev.keywright.annotations..",
                "dev.keywright.runtime..",
                "dev.keywright.adapters.servlet..",
                "dev.keywright.adapters.jwt..",
                "dev.keywright.adapters.micrometer..",
                "dev.keywright.adapters.slf4j..",
                "dev.keywright.store..");
    }

    @Test
    void storesUseOnlyTheRuntimeAndNotEachOther() {
        mayUse("dev.keywright.store.jdbc..", "dev.keywright.annotations..", "dev.keywright.runtime..");
        mayUse("dev.keywright.store.redis..", "dev.keywright.annotations..", "dev.keywright.runtime..");
    }

    @Test
    void toolsUseChecksRuntimeAndStoresButNoProcessorAndNoAdapter() {
        mayUse(
                "dev.keywright.cli..",
                "dev.keywright.annotations..",
                "dev.keywright.checks..",
                "dev.keywright.runtime..",
                "dev.keywright.store..");
    }

    @Test
    void theIrImportsNothingOfOurs() {
        mayUse("dev.keywright.checks.ir..");
    }

    @Test
    void frontEndsWriteTheIrAndKnowNothingElse() {
        for (String frontEnd : List.of("javac", "javaparser", "elements")) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.keywright.checks.frontend." + frontEnd + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.keywright.checks.flow..",
                            "dev.keywright.checks.models..",
                            "dev.keywright.checks.rules..",
                            "dev.keywright.checks.endpoint..",
                            "dev.keywright.checks.report..",
                            "dev.keywright.checks.config..")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void rulesSeeNoFrontEndAndNoReport() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.keywright.checks.rules..", "dev.keywright.checks.flow..", "dev.keywright.checks.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.keywright.checks.frontend..", "dev.keywright.checks.report..")
                .check(CLASSES);
    }

    @Test
    void flowAndModelsKnowNoRule() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.keywright.checks.flow..", "dev.keywright.checks.models..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.keywright.checks.rules..")
                .check(CLASSES);
    }

    @Test
    void rulesOfOneFamilyNeverReadAnother() {
        SlicesRuleDefinition.slices()
                .matching("dev.keywright.checks.rules.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void onlyTheWriterUsesJavaPoet() {
        onlyIn("com.palantir.javapoet..", "dev.keywright.processor.writer..");
    }

    @Test
    void onlyJavacsRoomsUseItsTrees() {
        onlyIn("com.sun.source..", "dev.keywright.checks.frontend.javac..", "dev.keywright.processor.host.javac..");
    }

    /** A {@code Map.copyOf} is gone through in another order in every process: what is found would differ from run to run. */
    @Test
    void whatTheAnalysisLearnsKeepsItsOrder() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.keywright.checks.flow..", "dev.keywright.checks.ir..", "dev.keywright.checks.rules..")
                .should()
                .callMethod(Map.class, "copyOf", Map.class)
                .orShould()
                .callMethod(Collectors.class, "toUnmodifiableMap", Function.class, Function.class)
                .check(CLASSES);
    }

    @Test
    void nobodyUsesJavacsInternals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.tools.javac..")
                .check(CLASSES);
    }

    @Test
    void onlyTheJwtAdapterUsesNimbus() {
        onlyIn("com.nimbusds..", "dev.keywright.adapters.jwt..");
    }

    @Test
    void onlyItsFrontEndUsesJavaParser() {
        onlyIn("com.github.javaparser..", "dev.keywright.checks.frontend.javaparser..");
    }

    @Test
    void everyRuleIsFinalAndHasItsPageItsTestAndItsRowInTheCatalogue() {
        List<String> rules = CLASSES.stream()
                .filter(type -> type.isAssignableTo("dev.keywright.checks.rules.Rule"))
                .filter(type -> !type.isInterface()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && type.isTopLevelClass())
                .map(type -> {
                    assertThat(type.getModifiers()).as(type.getName()).contains(JavaModifier.FINAL);
                    return type.getSimpleName();
                })
                .sorted()
                .toList();
        assertThat(rules).isNotEmpty();
        String catalogue = Build.read("docs/rules/README.md");
        List<String> tests = Build.fileNames("checks/src/test/java");
        List<String> pages = Build.fileNames("docs/rules");
        for (String rule : rules) {
            assertThat(pages).as("page of %s", rule).contains(rule + ".md");
            assertThat(tests).as("test of %s", rule).contains(rule + "Test.java");
            assertThat(catalogue).as("row of %s", rule).contains("[" + rule + "](" + rule + ".md)");
        }
        assertThat(pages).as("pages without a rule").allMatch(page -> {
            String name = page.replace(".md", "");
            return name.equals("README") || rules.contains(name);
        });
    }

    private static void mayUse(String room, String... rooms) {
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(new OutsideOrIn(room, List.of(rooms)))
                .check(CLASSES);
    }

    private static void onlyIn(String used, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(used)
                .check(CLASSES);
    }
}
