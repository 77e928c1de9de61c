-- Ends a statement that has written what must not stand, so that nothing of it does. Whoever calls it tells by the code why.
CREATE FUNCTION undo(code text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'undone' USING ERRCODE = code;
END
$$;
