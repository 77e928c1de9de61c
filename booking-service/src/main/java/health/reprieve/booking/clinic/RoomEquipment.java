package health.reprieve.booking.clinic;

/** What a room may have and a treatment may need. A person's own needs count too: who cannot climb steps needs a room without. */
public enum RoomEquipment {
    TABLE,
    /** A wide table that carries up to 400 kg and can be lowered. */
    BARIATRIC_TABLE,
    /** For seated treatment, in clothes. */
    CHAIR,
    /** For techniques on the floor, such as Thai massage or Shiatsu. */
    FLOOR_MAT,
    HOT_STONES,
    /** Reached from the street without a step, by a door that a wheelchair passes. */
    STEP_FREE
}
