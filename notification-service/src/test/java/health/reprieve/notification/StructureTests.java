package health.reprieve.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

@AnalyzeClasses(packages = "health.reprieve.notification", importOptions = DoNotIncludeTests.class)
class StructureTests {

    private static final String[] OUTSIDE_WORLD = {"..kafka", "..postgres", "..email", "..jose"};

    @ArchTest
    static final ArchRule THE_OUTSIDE_WORLD_SHOWS_NOTHING_OF_ITSELF =
            classes().that().resideInAnyPackage(OUTSIDE_WORLD).should().notBePublic();

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_THE_OUTSIDE_WORLD = noClasses()
            .that()
            .resideOutsideOfPackages(OUTSIDE_WORLD)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..notification..kafka",
                    "..notification..postgres",
                    "..notification..email",
                    "..notification..jose");

    @ArchTest
    static final ArchRule MESSAGES_KNOW_NOTHING_OF_WHAT_THEY_TELL = noClasses()
            .that()
            .resideInAPackage("..notification.message..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..notification.appointment..",
                    "..notification.contact..",
                    "..notification.signin..",
                    "..notification.waitlist..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLES =
            slices().matching("health.reprieve.notification.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_LISTENERS_WAIT = noClasses()
            .that()
            .resideOutsideOfPackage("..kafka")
            .should()
            .callMethod(Mono.class, "block")
            .orShould()
            .callMethod(Mono.class, "block", Duration.class);

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_ONE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");
}
