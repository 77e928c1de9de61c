package health.reprieve.booking.clinic.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomEquipment;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.database.Database;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresClinics implements Clinics {

    private static final String SELECT = """
            SELECT clinic.id, clinic.name, alias, state, zone, address, phone, hidden,
                   coalesce(array_agg(room.id ORDER BY room.name) FILTER (WHERE in_use), '{}') AS room_ids,
                   coalesce(array_agg(room.name ORDER BY room.name) FILTER (WHERE in_use), '{}') AS room_names,
                   coalesce(array_agg(array_to_string(room.equipment, ',') ORDER BY room.name) FILTER (WHERE in_use), '{}')
                       AS room_equipment
              FROM clinic JOIN room ON room.clinic_id = clinic.id
            """;

    private static final String SAVE = """
            INSERT INTO clinic (id, name, alias, state, zone, address, phone, hidden)
            VALUES (:id, :name, :alias, :state, :zone, :address, :phone, :hidden)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, alias = excluded.alias, state = excluded.state,
                zone = excluded.zone, address = excluded.address, phone = excluded.phone, hidden = excluded.hidden
            """;

    private static final String SAVE_ROOM = """
            INSERT INTO room (id, clinic_id, name, equipment) VALUES (:id, :clinic, :name, :equipment)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, equipment = excluded.equipment
            """;

    private static final String USE = """
            WITH used AS (UPDATE room SET in_use = :inUse WHERE id = :id AND clinic_id = :clinic RETURNING id)
            SELECT id, ask_for_review('ROOM', id) FROM used
            """;

    private final Database database;

    PostgresClinics(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<Clinic>> all() {
        return database.list(client -> client.sql(
                        SELECT + " WHERE NOT hidden GROUP BY clinic.id ORDER BY clinic.name, clinic.id LIMIT 200")
                .map(PostgresClinics::clinic)
                .all());
    }

    @Override
    public Mono<Clinic> find(ClinicId id) {
        return database.one(client -> client.sql(SELECT + " WHERE clinic.id = :id GROUP BY clinic.id")
                .bind("id", id.value())
                .map(PostgresClinics::clinic)
                .one());
    }

    @Override
    public Mono<Boolean> isInUse(RoomId room) {
        return database.one(client -> client.sql("SELECT in_use FROM room WHERE id = :id")
                .bind("id", room.value())
                .mapValue(Boolean.class)
                .one());
    }

    @Override
    public Mono<Boolean> use(ClinicId clinic, RoomId room, boolean inUse) {
        return database.one(client -> client.sql(USE)
                        .bind("inUse", inUse)
                        .bind("id", room.value())
                        .bind("clinic", clinic.value())
                        .mapValue(UUID.class)
                        .one())
                .hasElement();
    }

    @Override
    public Mono<Void> save(Clinic clinic) {
        return database.transaction(client -> saveClinic(client, clinic)
                .thenMany(Flux.fromIterable(clinic.rooms()))
                .concatMap(room -> saveRoom(client, clinic, room))
                .then());
    }

    private static Mono<Void> saveClinic(DatabaseClient client, Clinic clinic) {
        return client.sql(SAVE)
                .bind("id", clinic.id().value())
                .bind("name", clinic.name())
                .bind("alias", clinic.alias())
                .bind("state", clinic.state())
                .bind("zone", clinic.zone().getId())
                .bind("address", clinic.address())
                .bind("phone", clinic.phone())
                .bind("hidden", clinic.hidden())
                .then();
    }

    private static Mono<Void> saveRoom(DatabaseClient client, Clinic clinic, Room room) {
        return client.sql(SAVE_ROOM)
                .bind("id", room.id().value())
                .bind("clinic", clinic.id().value())
                .bind("name", room.name())
                .bind("equipment", room.equipment().stream().map(Enum::name).toArray(String[]::new))
                .then();
    }

    private static Clinic clinic(Readable row) {
        var ids = requireNonNull(row.get("room_ids", UUID[].class));
        var names = requireNonNull(row.get("room_names", String[].class));
        var equipment = requireNonNull(row.get("room_equipment", String[].class));
        return new Clinic(
                new ClinicId(requireNonNull(row.get("id", UUID.class))),
                text(row, "name"),
                text(row, "alias"),
                text(row, "state"),
                ZoneId.of(text(row, "zone")),
                text(row, "address"),
                text(row, "phone"),
                IntStream.range(0, ids.length)
                        .mapToObj(i -> new Room(
                                new RoomId(ids[i]),
                                Arrays.asList(names).get(i),
                                equipment(Arrays.asList(equipment).get(i))))
                        .toList(),
                requireNonNull(row.get("hidden", Boolean.class)));
    }

    private static Set<RoomEquipment> equipment(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(RoomEquipment::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class), column);
    }
}
