package health.reprieve.frontdoor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import health.reprieve.frontdoor.account.postgres.AccountRow;
import java.util.Set;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The plan of the house, as far as the front door goes. */
@AnalyzeClasses(packages = "health.reprieve.frontdoor", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

    private static final Set<String> CLOCKS = Set.of("now", "systemUTC", "systemDefaultZone", "system");

    private static final DescribedPredicate<JavaMethodCall> READS_A_CLOCK_OF_ITS_OWN = describe(
            "reads a clock of its own",
            call -> call.getTargetOwner().getPackageName().equals("java.time") && CLOCKS.contains(call.getName()));

    private static final DescribedPredicate<JavaMethodCall> WAITS_OR_FORGETS = describe(
            "blocks, or subscribes and looks away",
            call -> Set.of("block", "blockOptional", "blockFirst", "blockLast", "subscribe")
                            .contains(call.getName())
                    && (call.getTargetOwner().isAssignableTo(Mono.class)
                            || call.getTargetOwner().isAssignableTo(Flux.class)));

    @ArchTest
    static final ArchRule featuresDependOnEachOtherOneWay =
            slices().matching("health.reprieve.frontdoor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theOutsideWorldIsHidden = classes()
            .that()
            .resideInAnyPackage("..postgres..", "..kafka..", "..web..")
            .and()
            .resideOutsideOfPackage("..session.web..")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotBelongToAnyOf(AccountRow.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule decisionsKnowNoStoreAndNoPage = noClasses()
            .that()
            .resideInAnyPackage("..frontdoor.account", "..frontdoor.session", "..frontdoor.signin", "..frontdoor.limit")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..frontdoor..web..",
                    "..frontdoor..postgres..",
                    "..frontdoor..kafka..",
                    "org.springframework.web..",
                    "org.springframework.r2dbc..",
                    "io.r2dbc.."));

    @ArchTest
    static final ArchRule theDatabaseHasOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage("..postgres..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.r2dbc..", "io.r2dbc.."));

    @ArchTest
    static final ArchRule timeIsAnArgument =
            noClasses().that().doNotHaveSimpleName("FrontDoor").should().callMethodWhere(READS_A_CLOCK_OF_ITS_OWN);

    @ArchTest
    static final ArchRule nobodyBlocks = noClasses().should().callMethodWhere(WAITS_OR_FORGETS);

    @ArchTest
    static final ArchRule pagesAreRenderedByWebPackages = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..start..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Rendering.class);
}
