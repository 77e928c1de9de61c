package health.reprieve.therapist.profile;

/** What somebody has learnt to do. Names are those of the published state. */
public enum Technique {
    /** Swedish massage. */
    SWED,
    /** Myofascial release. */
    MFR,
    /** Trigger points. */
    TRP,
    /** Neuromuscular therapy. */
    NMT,
    /** Deep tissue. */
    DEEP,
    /** Manual lymph drainage. */
    MLD,
    /** Scar work. */
    SCAR,
    /** Stretching. */
    STR,
    /** Percussion. */
    PERC,
    HEAT,
    COLD,
    /** Inside the mouth; some states ask for training of its own. */
    INTRAORAL
}
