/*---
title: How trips are paid
description: Trips and money by means of payment, for all of 2015 or one month, with the mean of what was paid beyond the fare.
tags: [taxi]
source: >-
  Generated rows in the shape of New York's yellow taxi records of 2015; these are not real trips.
owner: Taxi data team
reads: [nyc_yellow_taxi]
parameters:
  - { name: month, label: Trip month, type: month, min: 2015-01, max: 2015-12, help: The whole year when empty. }
  - { name: longer_than, label: Longer than (miles), type: number, min: 0, max: 100 }
access: [analysts]
cache: 15m
chart: { type: pie, x: payment, y: [total], sort: largest }
columns:
  payment: { label: Payment }
  trips: { label: Trips, format: number }
  total: { label: Total, format: currency, currency: USD, decimals: 2 }
  mean_extra: { label: Mean beyond the fare, format: currency, currency: USD, decimals: 2 }
---*/
select
  case payment_type when 1 then 'Card' when 2 then 'Cash' when 3 then 'No charge' else 'Other' end as payment,
  count(*) as trips,
  sum(total_amount) as total,
  round(avg(total_amount - fare_amount), 2) as mean_extra
from nyc_yellow_taxi
where true
[[ and to_char(pickup_date, 'YYYY-MM') = :month ]]
[[ and trip_distance > cast(:longer_than as decimal(8, 2)) ]]
group by 1
order by total desc;
