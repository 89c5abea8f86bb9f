-- Answers may be taken in more ways: by parties, by dwelling units, on the laptop passed round.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(sql, 'way IN (''hands'', ''roll_call'', ''secret'', ''consent'')', 'way IN (''hands'', ''roll_call'', ''secret'', ''consent'', ''parties'', ''units'', ''laptop'')')
WHERE name = 'vote_opened';
PRAGMA writable_schema = RESET;
