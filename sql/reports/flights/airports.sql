/*---
title: Airports with flights
description: Every airport that a flight left from; forms take their choices from here.
tags: [flights, choices]
source: >-
  US Bureau of Transportation Statistics, three million domestic flights of January to June 2001, from the npm package vega-datasets.
owner: aviation@example.com
reads: [airports, flights]
parameters:
  - { name: state, label: State, type: choice, multiple: true, options-from: flights/states, help: All states when empty. }
access: everyone
cache: 1d
---*/
select
  iata as value,
  coalesce(city || ', ' || state, name) || ' (' || iata || ')' as label
from airports
where iata in (select origin from flights)
[[ and state in (:state) ]]
order by label;
