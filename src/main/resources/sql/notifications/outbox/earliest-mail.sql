-- When the next mail is due.
select next_attempt_at
from notice
where channel = 'mail' and state = 'waiting' and next_attempt_at <= :until
order by next_attempt_at
limit 1;
