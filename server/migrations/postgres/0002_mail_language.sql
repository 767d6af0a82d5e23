-- The BCP 47 tag of the language that a mail is to be written in; absent where it was queued before there was a choice.
ALTER TABLE outbox ADD COLUMN language TEXT;
