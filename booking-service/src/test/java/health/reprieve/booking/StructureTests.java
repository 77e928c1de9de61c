package health.reprieve.booking;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.Appointments;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.clinic.RoomId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.boot.ApplicationRunner;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The plan of the house, as far as this service goes. */
@AnalyzeClasses(packages = "health.reprieve.booking", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

    private static final String[] OUTSIDE_WORLD = {"..web..", "..postgres..", "..kafka.."};

    private static final Set<String> WHO_ASKS =
            Set.of(Actor.class.getName(), Actor.Patient.class.getName(), Asker.class.getName());

    private static final ArchCondition<JavaMethod> BE_TOLD_WHO_ASKS = new ArchCondition<>("be told who asks") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            if (method.getRawParameterTypes().stream().noneMatch(type -> WHO_ASKS.contains(type.getName()))) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is not told"));
            }
        }
    };

    @ArchTest
    static final ArchRule theEngineKnowsNothingButTimesAndIds = classes()
            .that()
            .resideInAPackage("..booking.slot")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..", "org.jspecify..", "health.reprieve.time", "health.reprieve.booking.slot")
                    .or(belongToAnyOf(TherapistId.class, RoomId.class)));

    @ArchTest
    static final ArchRule conditionsAndTheirTechniquesArePlainFacts = classes()
            .that()
            .resideInAPackage("..booking.candidacy")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..", "health.reprieve.booking.candidacy"));

    @ArchTest
    static final ArchRule theOutsideWorldIsHidden = classes()
            .that()
            .resideInAnyPackage(OUTSIDE_WORLD)
            // what the web packages of all features share
            .and()
            .resideOutsideOfPackage("health.reprieve.booking.web")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule decisionsPointInward = noClasses()
            .that()
            .resideOutsideOfPackages(OUTSIDE_WORLD)
            .should()
            .dependOnClassesThat(resideInAnyPackage("..booking..web..", "..booking..postgres..", "..booking..kafka.."));

    @ArchTest
    static final ArchRule featuresDependOnEachOtherOneWay =
            slices().matching("health.reprieve.booking.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyPostgresPackagesSpeakSql = noClasses()
            .that()
            .resideOutsideOfPackage("..postgres..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.r2dbc..", "io.r2dbc.."));

    @ArchTest
    static final ArchRule onlyWebPackagesSpeakHttp = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .and()
            .resideInAPackage("health.reprieve.booking.*..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.web..", "org.springframework.http.."));

    @ArchTest
    static final ArchRule nobodyReadsAVisitWithoutBeingKnown = methods()
            .that()
            .areDeclaredIn(Appointments.class)
            .and()
            .haveNameMatching("find|of")
            .should(BE_TOLD_WHO_ASKS);

    @ArchTest
    static final ArchRule nobodyChangesAVisitWithoutBeingKnown =
            methods().that().areDeclaredIn(VisitDesk.class).and().arePublic().should(BE_TOLD_WHO_ASKS);

    @ArchTest
    static final ArchRule onlyListenersAndTheStartWait = noClasses()
            .that()
            .resideOutsideOfPackage("..kafka")
            .and()
            .areNotAssignableTo(ApplicationRunner.class)
            .should()
            .callMethod(Mono.class, "block")
            .orShould()
            .callMethod(Mono.class, "block", Duration.class)
            .orShould()
            .callMethod(Flux.class, "blockLast")
            .orShould()
            .callMethod(Flux.class, "blockLast", Duration.class);

    @ArchTest
    static final ArchRule timeIsAnArgument = noClasses()
            .that()
            .doNotHaveSimpleName("BookingService")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");
}
