-- Notes what became of an attempt, unless another replica has made one since.
update notice
set state = :state, failure = cast(:failure as text), leased_until = null,
  sent_date_time = case cast(:state as text) when 'sent' then cast(:at as timestamptz) end,
  next_attempt_at = cast(:at as timestamptz)
where id = :id and state = 'waiting' and attempts = :attempts;
