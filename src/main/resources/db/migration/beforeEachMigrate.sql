-- A migration takes its time, whatever the limits of requests are (application.properties).
set local statement_timeout = 0;
set local lock_timeout = 0;
