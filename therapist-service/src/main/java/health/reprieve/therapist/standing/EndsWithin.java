package health.reprieve.therapist.standing;

/** How soon the last day of a credential comes, in whole days of its board; each holds those before it too. */
public enum EndsWithin {
    DAYS_7(7),
    DAYS_30(30),
    DAYS_90(90);

    private final int days;

    EndsWithin(int days) {
        this.days = days;
    }

    boolean holds(long daysLeft) {
        return daysLeft >= 0 && daysLeft <= days;
    }
}
