-- The columns of New York's published yellow taxi records. The sample script fills it with generated rows.
create table if not exists nyc_yellow_taxi (
  pickup_date      date      not null encode raw,
  pickup_datetime  timestamp not null encode az64,
  dropoff_datetime timestamp not null encode az64,
  ratecode         smallint  not null encode az64,
  passenger_count  smallint  not null encode az64,
  trip_distance    decimal(8, 2) not null encode az64,
  fare_amount      decimal(8, 2) not null encode az64,
  total_amount     decimal(8, 2) not null encode az64,
  payment_type     smallint  not null encode az64,
  vendorid         varchar(8) not null encode bytedict
)
diststyle even
compound sortkey (pickup_date, vendorid);

comment on table nyc_yellow_taxi is 'Generated rows in the shape of New York yellow taxi trips of 2015; not real trips';

grant select on table nyc_yellow_taxi to public;
