-- Expired rows are deleted in slices, which are found by the first three. The last one finds the turns that can be forgotten.
CREATE INDEX recoveries_by_time ON recoveries (requested_at);
CREATE INDEX mail_schedules_by_time ON mail_schedules (due_at);
CREATE INDEX freeze_tokens_by_time ON freeze_tokens (expires_at);
CREATE INDEX network_turns_by_turn ON network_turns (turn);
