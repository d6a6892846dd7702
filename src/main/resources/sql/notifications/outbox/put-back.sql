-- Claimed messages that were not attempted after all wait as before.
update notice
set leased_until = null, attempted_at = null, attempts = attempts - 1
where message_id = any(:messages) and state = 'waiting' and leased_until is not null;
