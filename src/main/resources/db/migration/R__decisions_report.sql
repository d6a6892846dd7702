-- Words of the history report (observed.md, "History report, completed").

-- An instant in a report: UTC with milliseconds; empty if there is none.
create or replace function access_review_report_instant(at timestamptz) returns text
  language sql stable as $$
  select coalesce(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')
$$;

-- A decision in a report. Without a decision it says whether anybody was asked for one.
create or replace function access_review_report_result(decision text, asked boolean) returns text
  language sql immutable as $$
  select case decision
    when 'DontKnow' then 'Don''t know'
    when 'NotReviewed' then case when asked then 'Not reviewed' else 'Not notified' end
    else decision
  end
$$;
