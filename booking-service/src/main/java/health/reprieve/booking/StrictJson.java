package health.reprieve.booking;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads what was written and guesses nothing. Left alone, Jackson takes a number for a condition, by its place in the
 * list, for a date, by its distance from 1970, and for a name.
 */
@Component
class StrictJson implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder json) {
        json.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .defaultLeniency(false)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Integer,
                        number -> number.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                // nothing is no id; else a field that may be left out would be taken for left out
                .withCoercionConfig(
                        LogicalType.OtherScalar,
                        id -> id.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new SimpleModule("strict")
                        .addDeserializer(OffsetDateTime.class, new TimeWithOffset())
                        .addDeserializer(String.class, new StorableText()));
    }

    /** The database keeps every character but one. */
    private static final class StorableText extends StdScalarDeserializer<String> {

        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.indexOf('\0') < 0
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, "", "U+0000 cannot be kept");
        }
    }

    private static final class TimeWithOffset extends StdScalarDeserializer<OffsetDateTime> {

        TimeWithOffset() {
            super(OffsetDateTime.class);
        }

        @Override
        public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (OffsetDateTime) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return OffsetDateTime.parse(parser.getString());
            } catch (DateTimeException malformed) {
                return (OffsetDateTime) context.handleWeirdStringValue(
                        OffsetDateTime.class, parser.getString(), "no time with its offset");
            }
        }
    }
}
