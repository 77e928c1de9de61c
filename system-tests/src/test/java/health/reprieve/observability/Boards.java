package health.reprieve.observability;

import java.util.List;

/** The boards: what waits for somebody today, whether news flows, whether the machines are well. */
public final class Boards {

    private Boards() {}

    /** All of them. */
    public static List<Board> all() {
        return List.of(TodayBoard.board(), FlowBoard.board(), MachinesBoard.board());
    }
}
