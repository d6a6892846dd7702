-- Lets a failed notice wait again, and the failed ones that were in one mail with it. Not where the
-- same notice waits already.
update notice n
set state = 'waiting', next_attempt_at = :now, attempts = 0, retry_until = null, leased_until = null
from notice asked
where asked.id = :id and asked.state = 'failed' and n.state = 'failed'
  and (n.id = asked.id or n.message_id = asked.message_id)
  and not exists (
    select from notice w
    where w.state = 'waiting' and w.channel = 'mail' and w.recipient_id = n.recipient_id
      and w.instance_id = n.instance_id and w.stage = n.stage and w.kind = n.kind);
