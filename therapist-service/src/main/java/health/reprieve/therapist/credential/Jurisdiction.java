package health.reprieve.therapist.credential;

import java.time.ZoneId;
import java.util.Arrays;

/**
 * A state (or DC, or Puerto Rico) and how it governs massage. The zone is that of the board's seat: a licence ends at
 * the board's midnight, also where a part of the state keeps another time (Florida's panhandle, western Texas). For a
 * state without a board it is the capital's, in which local permits end.
 */
public enum Jurisdiction {
    AL(Model.LICENSE, "America/Chicago"),
    AK(Model.LICENSE, "America/Juneau"),
    AZ(Model.LICENSE, "America/Phoenix"),
    AR(Model.LICENSE, "America/Chicago"),
    CA(Model.VOLUNTARY_CERT, "America/Los_Angeles"),
    CO(Model.LICENSE, "America/Denver"),
    CT(Model.LICENSE, "America/New_York"),
    DE(Model.LICENSE, "America/New_York"),
    DC(Model.LICENSE, "America/New_York"),
    FL(Model.LICENSE, "America/New_York"),
    GA(Model.LICENSE, "America/New_York"),
    HI(Model.LICENSE, "Pacific/Honolulu"),
    ID(Model.LICENSE, "America/Boise"),
    IL(Model.LICENSE, "America/Chicago"),
    IN(Model.LICENSE, "America/Indiana/Indianapolis"),
    IA(Model.LICENSE, "America/Chicago"),
    KS(Model.NONE, "America/Chicago"),
    KY(Model.LICENSE, "America/New_York"),
    LA(Model.LICENSE, "America/Chicago"),
    ME(Model.LICENSE, "America/New_York"),
    MD(Model.LICENSE, "America/New_York"),
    MA(Model.LICENSE, "America/New_York"),
    MI(Model.LICENSE, "America/Detroit"),
    MN(Model.NONE, "America/Chicago"),
    MS(Model.LICENSE, "America/Chicago"),
    MO(Model.LICENSE, "America/Chicago"),
    MT(Model.LICENSE, "America/Denver"),
    NE(Model.LICENSE, "America/Chicago"),
    NV(Model.LICENSE, "America/Los_Angeles"),
    NH(Model.LICENSE, "America/New_York"),
    NJ(Model.LICENSE, "America/New_York"),
    NM(Model.LICENSE, "America/Denver"),
    NY(Model.LICENSE, "America/New_York"),
    NC(Model.LICENSE, "America/New_York"),
    ND(Model.LICENSE, "America/Chicago"),
    OH(Model.LICENSE, "America/New_York"),
    OK(Model.LICENSE, "America/Chicago"),
    OR(Model.LICENSE, "America/Los_Angeles"),
    PA(Model.LICENSE, "America/New_York"),
    PR(Model.LICENSE, "America/Puerto_Rico"),
    RI(Model.LICENSE, "America/New_York"),
    SC(Model.LICENSE, "America/New_York"),
    SD(Model.LICENSE, "America/Chicago"),
    TN(Model.LICENSE, "America/Chicago"),
    TX(Model.LICENSE, "America/Chicago"),
    UT(Model.LICENSE, "America/Denver"),
    VT(Model.REGISTRATION, "America/New_York"),
    VA(Model.LICENSE, "America/New_York"),
    WA(Model.LICENSE, "America/Los_Angeles"),
    WV(Model.LICENSE, "America/New_York"),
    WI(Model.LICENSE, "America/Chicago"),
    WY(Model.NONE, "America/Denver");

    /** What a state asks for. */
    public enum Model {
        LICENSE,
        REGISTRATION,
        /** Title protection only: who is certified is so by clinic policy, not by law. */
        VOLUNTARY_CERT,
        /** No state law; no credential of that state exists. */
        NONE
    }

    private final Model model;
    private final ZoneId boardZone;

    Jurisdiction(Model model, String boardZone) {
        this.model = model;
        this.boardZone = ZoneId.of(boardZone);
    }

    /**
     * @param code ISO 3166-2, such as {@code US-NY}
     * @throws IllegalArgumentException for any other text
     */
    public static Jurisdiction of(String code) {
        return Arrays.stream(values())
                .filter(jurisdiction -> jurisdiction.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a state we know"));
    }

    /** ISO 3166-2, such as {@code US-NY}. */
    public String code() {
        return "US-" + name();
    }

    public Model model() {
        return model;
    }

    /** In which the board's days begin and end. */
    public ZoneId boardZone() {
        return boardZone;
    }

    /** Whether such a paper permits practice here at all. */
    public boolean recognises(Kind kind) {
        return switch (model) {
            // Maryland registers practitioners beside those it licenses
            case LICENSE -> kind == Kind.LICENSE || (this == MD && kind == Kind.REGISTRATION);
            case REGISTRATION -> kind == Kind.REGISTRATION;
            case VOLUNTARY_CERT -> kind == Kind.VOLUNTARY_CERTIFICATE;
            case NONE -> false;
        };
    }
}
