package health.reprieve.documents;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.logging.Logger;

/** What {@link LogEventsPage} tells is all there is only if nobody logs past the door. */
@AnalyzeClasses(packages = "health.reprieve", importOptions = ImportOption.DoNotIncludeTests.class)
class LogDoorTests {

    private static final String LOGGERS =
            "org\\.slf4j\\.Logger(Factory)?|org\\.apache\\.commons\\.logging\\..*" + "|java\\.lang\\.System\\$Logger";

    /** To silence a library that logs so is another matter. */
    private static final Set<String> HARMLESS = Set.of("getLogger", "setLevel");

    /** The local run and its servers are tools for one machine. */
    @ArchTest
    static final ArchRule everyLineHasACode = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "health.reprieve.telemetry.log", "health.reprieve.local..", "health.reprieve.backing..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(LOGGERS)
            .orShould()
            .callMethodWhere(describe("logs by java.util.logging", LogDoorTests::logs))
            .as("whoever logs asks health.reprieve.telemetry.log.Log for a line");

    private static boolean logs(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Logger.class) && !HARMLESS.contains(call.getName());
    }
}
