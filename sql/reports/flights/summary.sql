/*---
title: Flights in numbers
description: How many flights left in a period, how late the mean one arrived, and the share that was more than a quarter of an hour late.
tags: [flights, delays]
source: >-
  US Bureau of Transportation Statistics, three million domestic flights of January to June 2001, from the npm package vega-datasets.
owner: aviation@example.com
reads: [flights]
parameters:
  - { name: period, label: Period, type: date-range, required: true, default: 2001-01-01/2001-01-31, min: 2001-01-01, max: 2001-06-30 }
  - { name: origin, label: From airport, type: choice, multiple: true, options-from: flights/airports, help: All airports when empty. }
access: everyone
cache: 1h
columns:
  flights: { label: Flights, format: number }
  mean_delay: { label: Mean delay, format: number, decimals: 1, unit: min }
  late_percent: { label: Late, format: percent, decimals: 1 }
  destinations: { label: Destinations, format: number }
---*/
select
  count(*) as flights,
  round(avg(delay * 1.0), 1) as mean_delay,
  round(100.0 * sum(case when delay > 15 then 1 else 0 end) / nullif(count(*), 0), 1) as late_percent,
  count(distinct destination) as destinations
from flights
where date >= cast(:period_start as date)
  and date < cast(:period_end as date) + 1
[[ and origin in (:origin) ]];
