-- What is visible now and was not in a snapshot before, a page of 200 in the order of the one index that finds the last few of many
-- changes. It is planned once for each connection, and always to read that index: the server cannot know that few rows come whatever
-- the snapshot, so left to itself it plans anew at each call, which costs as much as reading, or keeps a plan from the time when
-- the table was empty, which reads all of it.
CREATE FUNCTION changes_since(seen pg_snapshot, last_xid xid8, last_id bigint) RETURNS SETOF change
    LANGUAGE plpgsql STABLE ROWS 1
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
    RETURN QUERY
        SELECT * FROM change
         WHERE change.xid >= greatest(pg_snapshot_xmin(seen), last_xid) AND NOT pg_visible_in_snapshot(change.xid, seen)
           -- as a comparison of rows this would be where the index begins to be read, at its very first entry
           AND (change.xid > last_xid OR change.id > last_id)
         ORDER BY change.xid, change.id LIMIT 200;
END
$$;
