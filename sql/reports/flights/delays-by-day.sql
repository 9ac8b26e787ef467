/*---
title: Flight delays, day by day
description: >-
  How many flights left on each day of a period, how late they arrived on average, and the share that was more than a
  quarter of an hour late.
tags: [flights, delays]
source: >-
  US Bureau of Transportation Statistics, three million domestic flights of January to June 2001, from the npm package vega-datasets.
owner: aviation@example.com
reads: [flights]
parameters:
  - name: period
    label: Period
    type: date-range
    required: true
    default: 2001-01-01/2001-01-31
    min: 2001-01-01
    max: 2001-06-30
  - { name: origin, label: From airport, type: choice, multiple: true, options-from: flights/airports, help: All airports when empty. }
access: everyone
cache: 1h
chart: { type: line, x: day, y: [mean_delay, late_percent] }
columns:
  day: { label: Day }
  flights: { label: Flights, format: number }
  mean_delay: { label: Mean delay, format: number, decimals: 1, unit: min }
  late_percent: { label: Late, format: percent, decimals: 1 }
---*/
select
  cast(date as date) as day,
  count(*) as flights,
  round(avg(delay * 1.0), 1) as mean_delay,
  round(100.0 * sum(case when delay > 15 then 1 else 0 end) / count(*), 1) as late_percent
from flights
where date >= cast(:period_start as date)
  and date < cast(:period_end as date) + 1
[[ and origin in (:origin) ]]
group by 1
order by 1;
