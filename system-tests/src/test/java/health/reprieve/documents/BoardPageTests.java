package health.reprieve.documents;

import health.reprieve.observability.Board;
import health.reprieve.observability.Boards;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoardPageTests {

    static Stream<Board> boards() {
        return Boards.all().stream();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void grafanaReadsTheBoardsAsTheyAreWrittenHere(Board board) throws Exception {
        new Document(board.file(), board.toJson()).isUpToDate();
    }
}
