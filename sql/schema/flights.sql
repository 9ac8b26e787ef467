-- US domestic flights, January to June 2001. Most questions are about a range of days, so rows are sorted by date;
-- joins go to airports, which is small enough to be everywhere, so rows are simply spread evenly.
create table if not exists flights (
  date        timestamp  not null encode raw,
  delay       bigint     not null encode az64,
  distance    bigint     not null encode az64,
  origin      varchar(3) not null encode bytedict,
  destination varchar(3) not null encode bytedict
)
diststyle even
sortkey (date);

comment on table flights is 'US domestic flights, January to June 2001, a real sample of three million; delay in minutes, distance in miles';

-- Runs are another database user than the one that creates the tables.
grant select on table flights to public;
