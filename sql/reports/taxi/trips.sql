/*---
title: Yellow taxi, trip by trip
description: Every trip of one month, the earliest first.
tags: [taxi]
source: >-
  Generated rows in the shape of New York's yellow taxi records of 2015; these are not real trips.
owner: Taxi data team
reads: [nyc_yellow_taxi]
parameters:
  - { name: month, label: Trip month, type: month, required: true, min: 2015-01, max: 2015-12 }
  - { name: least_fare, label: Fare at least, type: number, min: 0, help: All trips when empty. }
access: everyone
chart: { type: scatter, x: trip_distance, y: [fare_amount], series: vendorid }
columns:
  pickup_datetime: { label: Picked up, zone: America/New_York }
  dropoff_datetime: { label: Dropped off, zone: America/New_York }
  passenger_count: { label: Passengers }
  trip_distance: { label: Distance, format: number, unit: mi }
  fare_amount: { label: Fare, format: currency, currency: USD, decimals: 2 }
  total_amount: { label: Total, format: currency, currency: USD, decimals: 2 }
  vendorid: { label: Vendor }
---*/
select
  pickup_datetime,
  dropoff_datetime,
  passenger_count,
  trip_distance,
  fare_amount,
  total_amount,
  vendorid
from nyc_yellow_taxi
where pickup_date between to_date(:month, 'YYYY-MM') and last_day(to_date(:month, 'YYYY-MM'))
[[ and fare_amount >= cast(:least_fare as decimal(8, 2)) ]]
order by pickup_datetime, dropoff_datetime, trip_distance;
