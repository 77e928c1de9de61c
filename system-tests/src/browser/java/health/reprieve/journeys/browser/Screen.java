package health.reprieve.journeys.browser;

/** The widths at which pages are looked at. */
enum Screen {
    /** The narrowest that must do: WCAG 2.2, reflow. */
    NARROW(320, 640),
    PHONE(390, 844),
    DESK(1280, 900);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
