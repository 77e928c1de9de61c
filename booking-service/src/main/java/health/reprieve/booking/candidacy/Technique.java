package health.reprieve.booking.candidacy;

/** Ways of working with the hands (domain notes, 2.5). They rank therapists; they exclude nobody. */
public enum Technique {
    /** Swedish: long glides and kneading. */
    SWED,
    /** Myofascial release. */
    MFR,
    /** Trigger-point pressure release. */
    TRP,
    /** Neuromuscular work, muscle by muscle. */
    NMT,
    /** Deep tissue. */
    DEEP,
    /** Manual lymphatic drainage. */
    MLD,
    /** Scar mobilisation. */
    SCAR,
    /** Assisted stretching. */
    STR,
    /** Percussion and vibration. */
    PERC,
    HEAT,
    COLD,
    /** Jaw work inside the mouth. */
    INTRAORAL
}
