package health.reprieve.therapist.profile.postgres;

/** The statements. Credentials travel as one JSON array, so that a whole therapist is one statement to read and two to write. */
final class TherapistSql {

    private static final String WHOLE = """
            SELECT t.id, t.version, t.name, t.languages, t.techniques, t.contact_email, t.retired,
                   CAST(t.availability AS text) AS availability,
                   CAST((SELECT coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('interruptions',
                                    (SELECT coalesce(jsonb_agg(to_jsonb(i) ORDER BY i.position), '[]')
                                       FROM interruption i WHERE i.credential_id = c.id))
                                ORDER BY c.expiry_date, c.id), '[]')
                           FROM credential c WHERE c.therapist_id = t.id) AS text) AS credentials
              FROM therapist t
            """;

    static final String FIND = WHOLE + """
             WHERE t.id = ANY(:ids) AND (:everybody OR t.id = :self)
            """;

    static final String PAGE = WHOLE + """
             WHERE t.id > :after AND (:everybody OR t.id = :self)
             ORDER BY t.id
             LIMIT :most
            """;

    static final String ADD = """
            INSERT INTO therapist (id, version, name, languages, techniques, contact_email, retired, availability)
            VALUES (:id, :version, :name, :languages, :techniques, :contact, :retired, CAST(:availability AS jsonb))
            ON CONFLICT (id) DO NOTHING
            """;

    static final String REPLACE = """
            UPDATE therapist
               SET version = :version, name = :name, languages = :languages, techniques = :techniques,
                   contact_email = :contact, retired = :retired, availability = CAST(:availability AS jsonb)
             WHERE id = :id AND version = :version - 1
            """;

    static final String KEEP_CREDENTIALS = """
            WITH given AS (
                SELECT *
                  FROM jsonb_to_recordset(CAST(:credentials AS jsonb)) AS c (
                       id uuid, jurisdiction text, kind text, tier text, number text, effective_from date,
                       expiry_date date, boards_word text, verified_at timestamptz, verified_by text,
                       verified_how text, written_ok_at timestamptz, written_ok_by text, interruptions jsonb)),
            kept AS (
                INSERT INTO credential AS known (
                       id, therapist_id, jurisdiction, kind, tier, number, effective_from, expiry_date, boards_word,
                       verified_at, verified_by, verified_how, written_ok_at, written_ok_by)
                SELECT id, :therapist, jurisdiction, kind, tier, number, effective_from, expiry_date, boards_word,
                       verified_at, verified_by, verified_how, written_ok_at, written_ok_by
                  FROM given
                ON CONFLICT (id) DO UPDATE
                   SET effective_from = excluded.effective_from, expiry_date = excluded.expiry_date,
                       boards_word = excluded.boards_word, verified_at = excluded.verified_at,
                       verified_by = excluded.verified_by, verified_how = excluded.verified_how,
                       written_ok_at = excluded.written_ok_at, written_ok_by = excluded.written_ok_by
                 WHERE known.therapist_id = excluded.therapist_id
                RETURNING id)
            INSERT INTO interruption (credential_id, position, status, from_instant, until_instant)
            SELECT given.id, i.position, i.status, i.from_instant, i.until_instant
              FROM given
              JOIN kept USING (id),
                   jsonb_to_recordset(given.interruptions) AS i (
                       position int, status text, from_instant timestamptz, until_instant timestamptz)
            ON CONFLICT (credential_id, position) DO UPDATE SET until_instant = excluded.until_instant
            """;

    private TherapistSql() {}
}
