/*---
title: Delays over the day
description: How flights of each hour of departure are spread between early, on time and late, and how late the mean one is.
tags: [flights, delays]
source: >-
  US Bureau of Transportation Statistics, three million domestic flights of January to June 2001, from the npm package vega-datasets.
owner: aviation@example.com
reads: [flights]
parameters:
  - { name: late_after, label: Late after (minutes), type: integer, default: 15, min: 0, max: 240 }
  - { name: state, label: From state, type: choice, multiple: true, options-from: flights/states, help: All states when empty. }
  - name: airport
    label: From airport
    type: choice
    multiple: true
    options-from: { report: flights/airports, inputs: { state: state } }
    help: All airports when empty.
  - { name: period, label: Period, type: date-range, min: 2001-01-01, max: 2001-06-30, help: All days when empty. }
access: everyone
cache: 1h
chart: { type: bar, x: hour, y: [early, on_time, late], stacked: true }
columns:
  hour: { label: Hour }
  flights: { label: Flights, format: number }
  early: { label: Early, format: number }
  on_time: { label: On time, format: number }
  late: { label: Late, format: number }
  mean_delay: { label: Mean delay, format: number, decimals: 1, unit: min }
---*/
select
  cast(extract(hour from date) as integer) as hour,
  count(*) as flights,
  sum(case when delay <= 0 then 1 else 0 end) as early,
  sum(case when delay > 0 and delay <= cast(:late_after as integer) then 1 else 0 end) as on_time,
  sum(case when delay > 0 and delay > cast(:late_after as integer) then 1 else 0 end) as late,
  round(avg(delay * 1.0), 1) as mean_delay
from flights
where true
[[ and origin in (select iata from airports where state in (:state)) ]]
[[ and origin in (:airport) ]]
[[ and date >= cast(:period_start as date) and date < cast(:period_end as date) + 1 ]]
group by 1
order by 1;
