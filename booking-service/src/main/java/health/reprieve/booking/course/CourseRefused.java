package health.reprieve.booking.course;

/** Why a wish about a course of treatment is not granted. Nothing was changed. */
public abstract sealed class CourseRefused extends RuntimeException {

    private CourseRefused(String message) {
        // a refusal is an answer, not a fault: nobody needs its stack
        super(message, null, false, false);
    }

    /** There is no such course, or it is somebody else's. */
    public static final class Unknown extends CourseRefused {
        public Unknown() {
            super("no such course");
        }
    }

    /** The patient has no such referral. */
    public static final class ReferralUnknown extends CourseRefused {
        public ReferralUnknown() {
            super("no such referral");
        }
    }

    /** There is a referral of that id, and it says something else. */
    public static final class ReferralDiffers extends CourseRefused {
        public ReferralDiffers() {
            super("the id stands for another referral");
        }
    }

    /** Nobody says how much treatment it is to be, and there is no standard for what hurts. */
    public static final class DoseNeeded extends CourseRefused {
        public DoseNeeded() {
            super("no dose");
        }
    }

    /** The first day is over, or lies too far ahead. */
    public static final class FirstDayOutOfReach extends CourseRefused {
        public FirstDayOutOfReach() {
            super("the first day is over or too far ahead");
        }
    }

    /** There are fewer days in a week to come on than visits. */
    public static final class TooFewDays extends CourseRefused {
        private final int needed;

        public TooFewDays(int needed) {
            super("fewer days than %d".formatted(needed));
            this.needed = needed;
        }

        public int needed() {
            return needed;
        }
    }

    /** No days of the week that somebody can come on are as far apart as the dose says. */
    public static final class DoseImpossible extends CourseRefused {
        public DoseImpossible() {
            super("no days are far enough apart");
        }
    }

    /** A visit of that number is asked for twice. */
    public static final class PlaceTwice extends CourseRefused {
        private final int place;

        public PlaceTwice(int place) {
            super("visit %d twice".formatted(place));
            this.place = place;
        }

        public int place() {
            return place;
        }
    }

    /** The course has no visit of that number. */
    public static final class PlaceUnknown extends CourseRefused {
        private final int place;

        public PlaceUnknown(int place) {
            super("no visit %d".formatted(place));
            this.place = place;
        }

        public int place() {
            return place;
        }
    }

    /** That visit is booked, given or left out already. */
    public static final class PlaceTaken extends CourseRefused {
        private final int place;

        public PlaceTaken(int place) {
            super("visit %d is settled".formatted(place));
            this.place = place;
        }

        public int place() {
            return place;
        }
    }

    /** That visit was given, or the patient is here for it: it cannot be left out any more. */
    public static final class PlaceOver extends CourseRefused {
        private final int place;

        public PlaceOver(int place) {
            super("visit %d is over or under way".formatted(place));
            this.place = place;
        }

        public int place() {
            return place;
        }
    }

    /** Two visits would lie nearer to each other than the dose says. */
    public static final class TooClose extends CourseRefused {
        private final int first;
        private final int second;

        public TooClose(int first, int second) {
            super("visits %d and %d are too close together".formatted(first, second));
            this.first = first;
            this.second = second;
        }

        public int first() {
            return first;
        }

        public int second() {
            return second;
        }
    }

    public static final class TooLong extends CourseRefused {
        private final int most;

        public TooLong(int most) {
            super("more than %d visits".formatted(most));
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    public static final class AlreadyStopped extends CourseRefused {
        public AlreadyStopped() {
            super("the course was stopped");
        }
    }

    /** The patient has a course for the same complaint at the clinic, of which something is still to come. */
    public static final class GoingOn extends CourseRefused {
        private final transient CourseId other;

        public GoingOn(CourseId other) {
            super("a course is going on");
            this.other = other;
        }

        public CourseId other() {
            return other;
        }
    }

    /** The course was changed since it was read. */
    public static final class VersionStale extends CourseRefused {
        private final long current;

        public VersionStale(long current) {
            super("the course was changed meanwhile");
            this.current = current;
        }

        public long current() {
            return current;
        }
    }
}
