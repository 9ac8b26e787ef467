/*---
title: This time of year in 2015
description: Trips of each day of 2015 that has the calendar days of another period, such as the last 30 days.
tags: [taxi]
source: >-
  Generated rows in the shape of New York's yellow taxi records of 2015; these are not real trips.
owner: Taxi data team
reads: [nyc_yellow_taxi]
parameters:
  - { name: period, label: Period, type: date-range, required: true, default: last_30_days }
  - { name: vendor, label: Vendor, type: choice, multiple: true, options-from: taxi/vendors }
access: everyone
cache: 1h
chart: { type: line, x: trip_date, y: [trips] }
---*/
select
  trips.pickup_date as trip_date,
  count(*) as trips,
  sum(trips.trip_distance) as total_distance,
  sum(trips.fare_amount) as total_fare
from nyc_yellow_taxi as trips
where trips.pickup_date between
    add_months(cast(:period_start as date), 12 * (2015 - cast(extract(year from cast(:period_start as date)) as integer)))
    and dateadd(
      day,
      datediff(day, cast(:period_start as date), cast(:period_end as date)),
      add_months(cast(:period_start as date), 12 * (2015 - cast(extract(year from cast(:period_start as date)) as integer)))
    )
[[ and trips.vendorid in (:vendor) ]]
group by trips.pickup_date
order by trips.pickup_date;
