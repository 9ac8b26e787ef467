/*---
title: Yellow taxi in numbers
description: Trips of one month, their fares in dollars in all and in the mean, and their mean distance in miles.
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
columns:
  trips: { label: Trips, format: number }
  fares: { label: Fares, format: currency, currency: USD, decimals: 0 }
  mean_fare: { label: Mean fare, format: currency, currency: USD, decimals: 2 }
  mean_distance: { label: Mean distance, format: number, decimals: 2, unit: mi }
---*/
select
  count(*) as trips,
  sum(fare_amount) as fares,
  round(avg(fare_amount), 2) as mean_fare,
  round(avg(trip_distance), 2) as mean_distance
from nyc_yellow_taxi
where pickup_date between to_date(:month, 'YYYY-MM') and last_day(to_date(:month, 'YYYY-MM'))
[[ and vendorid in (:vendor) ]];
