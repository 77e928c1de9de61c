package health.reprieve.therapist;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import health.reprieve.access.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The plan of the house, as far as this service goes. */
@AnalyzeClasses(packages = "health.reprieve.therapist", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

    private static final ArchCondition<JavaMethod> TAKE_AN_ACTOR_FIRST = new ArchCondition<>("take an actor first") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            var parameters = method.getRawParameterTypes();
            if (parameters.isEmpty() || !parameters.getFirst().isAssignableTo(Actor.class)) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes none"));
            }
        }
    };

    @ArchTest
    static final ArchRule theRulesKnowNoFramework = classes()
            .that()
            .resideInAnyPackage("..therapist.credential", "..therapist.availability")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "health.reprieve.time",
                    "health.reprieve.therapist.credential",
                    "health.reprieve.therapist.availability"));

    @ArchTest
    static final ArchRule theOutsideWorldIsHidden = classes()
            .that()
            .resideInAnyPackage("..web..", "..postgres..", "..kafka..")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule featuresDependOnEachOtherOneWay =
            slices().matching("health.reprieve.therapist.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule decisionsPointInward = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..postgres..", "..kafka..", "..demo..")
            .and()
            .resideInAPackage("health.reprieve.therapist.*")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("..therapist..web..", "..therapist..postgres..", "..therapist..kafka..")
                            .or(resideInAPackage("org.springframework..")));

    @ArchTest
    static final ArchRule nobodyReadsAStoreWithoutAnActor = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveFullyQualifiedName("health.reprieve.therapist.profile.Therapists")
            .or()
            .areDeclaredInClassesThat()
            .haveFullyQualifiedName("health.reprieve.therapist.oversight.Licences")
            .or()
            .areDeclaredInClassesThat()
            .haveFullyQualifiedName("health.reprieve.therapist.oversight.Rulings")
            .or()
            .areDeclaredInClassesThat()
            .haveFullyQualifiedName("health.reprieve.therapist.visit.Visits")
            .should(TAKE_AN_ACTOR_FIRST);

    @ArchTest
    static final ArchRule timeIsAnArgument = noClasses()
            .that(describe(
                    "are not the wiring",
                    (JavaClass type) -> !type.getSimpleName().equals("TherapistConfiguration")))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");
}
