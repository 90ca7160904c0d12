package dev.sandshell.intellij;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the sentences of the architecture document on this plug-in against its classes. */
final class ArchitectureTest {
    private static final String CORE = "dev.sandshell.intellij.core..";
    private static final String TERMINAL = "dev.sandshell.intellij.core.terminal..";
    private static final String WIRE = "dev.sandshell.protocol..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sandshell.intellij");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that(resideInAPackage(CORE))
                        .should()
                        .dependOnClassesThat(resideInAPackage("com.intellij.."))
                        .because("the core is the plug-in without the IDE"),
                noClasses()
                        .that(resideInAPackage(CORE))
                        .should()
                        .dependOnClassesThat(resideInAPackage("dev.sandshell.intellij.ide.."))
                        .because("the IDE's side knows the core, and not the other way"),
                noClasses()
                        .that(resideInAPackage(TERMINAL))
                        .should()
                        .dependOnClassesThat(
                                resideOutsideOfPackages(TERMINAL, WIRE, "java..", "javax..", "org.jspecify.."))
                        .because("a terminal knows neither sessions nor the IDE"),
                noClasses()
                        .that(resideInAPackage("dev.sandshell.intellij.core.terminal.emulator.."))
                        .should()
                        .dependOnClassesThat(resideInAPackage("java.awt.."))
                        .because("the emulator has no window"),
                slices().matching("dev.sandshell.intellij.core.(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(CLASSES);
    }
}
