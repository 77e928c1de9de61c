package health.reprieve.settings;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Looks at every setting before anything is started with it, so that nobody is told of a database when a number is wrong. */
final class SettingsFirst implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        // As a bean it comes after those that bring property sources: configuration classes do, and initializers after
        // this one.
        // Added to the context it would come before them.
        BeanFactoryPostProcessor check = beans -> {
            checkPlainSettings(environment);
            bindRecords(beans);
        };
        context.getBeanFactory().registerSingleton(SettingsFirst.class.getName(), check);
    }

    private static void checkPlainSettings(Environment environment) {
        for (PlainSetting setting : PlainSetting.values()) {
            String value = environment.getProperty(setting.settingName());
            if (value != null) {
                setting.check(value);
            }
        }
    }

    /** Records only: Boot's own beans are not bound before its post-processor is there. */
    private static void bindRecords(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            Class<?> type = beans.getType(name, false);
            if (type != null && type.isRecord()) {
                beans.getBean(name);
            }
        }
    }
}
