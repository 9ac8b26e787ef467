/*---
title: States with flights
description: Every state and territory that a flight left from; forms take their choices from here.
tags: [flights, choices]
source: >-
  US Bureau of Transportation Statistics, three million domestic flights of January to June 2001, from the npm package vega-datasets.
owner: aviation@example.com
reads: [airports, flights]
access: everyone
cache: 1d
---*/
select distinct
  state as value,
  state as label
from airports
where state is not null
  and iata in (select origin from flights)
order by label;
