package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.settings.PlainSetting;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsPageTests {

    private static final List<OurSetting> SETTINGS = OurSetting.all();

    @Test
    void thePageOfSettingsIsWhatTheCodeSays() throws IOException {
        new Document("docs/settings.md", new SettingsPage().text()).isUpToDate();
    }

    @Test
    void everySettingHasAMeaning() {
        assertThat(SETTINGS)
                .as("each component of a settings record has a @param: meaning, unit, range")
                .isNotEmpty()
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.name()).isNotBlank());
    }

    @Test
    void everySettingIsReadBySomebody() {
        assertThat(SETTINGS)
                .allSatisfy(setting -> assertThat(OurService.values())
                        .as("who reads %s", setting.name())
                        .anyMatch(service -> service.reads(setting.owner())));
    }

    @Test
    void everyVariableInAServicesFileIsExplained() {
        List<String> known = Stream.concat(
                        SETTINGS.stream().map(OurSetting::name),
                        Arrays.stream(PlainSetting.values()).map(PlainSetting::settingName))
                .toList();

        for (OurService service : OurService.values()) {
            assertThat(service.written())
                    .as("settings of %s that a variable gives, but neither a record nor PlainSetting explains", service)
                    .allSatisfy((name, value) -> assertThat(known.contains(name) || !value.matches("\\$\\{[A-Z].*"))
                            .as("%s: %s", name, value)
                            .isTrue());
        }
    }
}
