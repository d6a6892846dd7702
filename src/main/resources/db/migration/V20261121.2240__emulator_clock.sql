-- Where the emulator's clock stands; real time while frozen_at is null.
create table emulator_clock (
  id        int constraint emulator_clock_pk primary key
                constraint emulator_clock_one_row check (id = 1),
  frozen_at timestamptz
);
insert into emulator_clock (id) values (1);
