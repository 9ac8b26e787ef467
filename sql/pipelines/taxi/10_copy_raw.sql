create table if not exists taxi_trips_raw (
  pickup_datetime  timestamp     not null,
  dropoff_datetime timestamp     not null,
  vendorid         varchar(8)    not null,
  passenger_count  smallint      not null,
  trip_distance    decimal(8, 2) not null,
  fare_amount      decimal(8, 2) not null
)
diststyle even
sortkey (pickup_datetime);

delete from taxi_trips_raw;

copy taxi_trips_raw
from 's3://{{ data_bucket }}/sample/taxi/trips.csv'
iam_role default
format csv
ignoreheader 1;
