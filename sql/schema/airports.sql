create table if not exists airports (
  iata      varchar(4)   not null,
  name      varchar(128) not null,
  city      varchar(64),
  state     varchar(8),
  country   varchar(64),
  latitude  double precision,
  longitude double precision,
  primary key (iata)
)
diststyle all
sortkey (iata);

comment on table airports is 'Airports of the United States and nearby, by IATA or FAA code';

grant select on table airports to public;
