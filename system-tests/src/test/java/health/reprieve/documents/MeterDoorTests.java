package health.reprieve.documents;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;

/** What {@link MetricsPage} tells is all there is only if nobody makes meters elsewhere. */
@AnalyzeClasses(packages = "health.reprieve", importOptions = ImportOption.DoNotIncludeTests.class)
class MeterDoorTests {

    private static final Set<String> SHORT_WAYS =
            Set.of("counter", "timer", "gauge", "summary", "more", "gaugeCollectionSize", "gaugeMapSize");

    /** So that every figure is declared, and none appears only when it first happens. */
    @ArchTest
    static final ArchRule metersAreMadeAtOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage("health.reprieve.telemetry.metric")
            .should()
            .callMethodWhere(describe("makes a meter", MeterDoorTests::makesAMeter));

    private static boolean makesAMeter(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return owner.isAssignableTo(MeterRegistry.class)
                ? SHORT_WAYS.contains(call.getName())
                : owner.getPackageName().equals("io.micrometer.core.instrument")
                        && call.getName().equals("builder");
    }
}
