/*---
title: Flight by flight
description: Every flight of a period, the earliest first; half a year has three million.
tags: [flights]
source: >-
  US Bureau of Transportation Statistics, three million domestic flights of January to June 2001, from the npm package vega-datasets.
owner: aviation@example.com
reads: [flights]
parameters:
  - name: period
    label: Period
    type: date-range
    required: true
    default: 2001-01-01/2001-01-07
    min: 2001-01-01
    max: 2001-06-30
  - { name: origin, label: From airport, type: choice, multiple: true, options-from: flights/airports, help: All airports when empty. }
access: everyone
cache: 1h
chart: { type: scatter, x: distance, y: [delay] }
---*/
select date, origin, destination, distance, delay
from flights
where date >= cast(:period_start as date)
  and date < cast(:period_end as date) + 1
[[ and origin in (:origin) ]]
order by date, origin, destination;
