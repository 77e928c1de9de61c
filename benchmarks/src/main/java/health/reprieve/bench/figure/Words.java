package health.reprieve.bench.figure;

import java.util.Locale;

/** Figures in words of a fixed language and as many digits as can be trusted. */
final class Words {

    private static final double LEAST_RATIO = 0.001;

    private Words() {}

    static String number(double value) {
        var size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f", value);
    }

    static String quantity(double value, Unit unit) {
        return unit.sign().isEmpty() ? number(value) : number(value) + " " + unit.sign();
    }

    static String bar(Figure figure) {
        return switch (figure.bar()) {
            case null -> "";
            case Bar.AtMost(double limit) -> "<= " + quantity(limit, figure.unit());
            case Bar.AtLeast(double limit) -> ">= " + quantity(limit, figure.unit());
            case Bar.ShareOfPeer(double share) -> ">= " + ratio(share) + " of it";
        };
    }

    static String mark(Figure figure) {
        return figure.isMet().map(met -> met ? "yes" : "NO").orElse("");
    }

    static String peer(Figure figure) {
        var peer = figure.peer();
        return peer == null ? "" : "%s: %s".formatted(peer.what(), quantity(peer.value(), figure.unit()));
    }

    /** Blank beside nothing, and for nothing: neither is a share of the other. */
    static String ratio(Figure figure) {
        return figure.ratio()
                .filter(ratio -> ratio > 0)
                .map(ratio -> ratio < LEAST_RATIO ? "< " + ratio(LEAST_RATIO) : ratio(ratio))
                .orElse("");
    }

    private static String ratio(double ratio) {
        return ratio < 1 ? number(Math.rint(ratio * 1000) / 10) + " %" : number(ratio) + " x";
    }
}
