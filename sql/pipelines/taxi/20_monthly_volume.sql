create table if not exists taxi_monthly_volume (
  month      varchar(7)     not null,
  vendorid   varchar(8)     not null,
  trips      bigint         not null,
  distance   decimal(12, 2) not null,
  total_fare decimal(12, 2) not null
)
diststyle all
sortkey (month);

grant select on table taxi_monthly_volume to public;

delete from taxi_monthly_volume;

insert into taxi_monthly_volume
select to_char(pickup_datetime, 'YYYY-MM'), vendorid, count(*), sum(trip_distance), sum(fare_amount)
from taxi_trips_raw
where extract(year from pickup_datetime) = cast(:year as integer)
group by 1, 2;
