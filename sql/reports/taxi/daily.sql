/*---
title: Yellow taxi, day by day
description: Trips of each day of one month, with their total hours, distance in miles and fares in dollars.
tags: [taxi]
source: >-
  Generated rows in the shape of New York's yellow taxi records of 2015; these are not real trips.
owner: Taxi data team
reads: [nyc_yellow_taxi]
parameters:
  - { name: month, label: Trip month, type: month, required: true, default: 2015-12, min: 2015-01, max: 2015-12 }
  - { name: vendor, label: Vendor, type: choice, multiple: true, options-from: taxi/vendors, help: All vendors when empty. }
access: everyone
cache: 15m
chart: { type: line, x: trip_date, y: [total_fare] }
columns:
  trip_date: { label: Day }
  trips: { label: Trips, format: number }
  total_hours: { label: Hours, format: number, decimals: 1, unit: h }
  total_distance: { label: Distance, format: number, unit: mi }
  total_fare: { label: Fares, format: currency, currency: USD, decimals: 2 }
---*/
select
  pickup_date as trip_date,
  count(*) as trips,
  round(sum(datediff(second, pickup_datetime, dropoff_datetime)) / 3600.0, 1) as total_hours,
  sum(trip_distance) as total_distance,
  sum(fare_amount) as total_fare
from nyc_yellow_taxi
where pickup_date between to_date(:month, 'YYYY-MM') and last_day(to_date(:month, 'YYYY-MM'))
[[ and vendorid in (:vendor) ]]
group by pickup_date
order by pickup_date;
