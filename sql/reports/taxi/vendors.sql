/*---
title: Taxi vendors
description: The companies whose meters recorded the trips; forms take their choices from here.
tags: [taxi, choices]
source: >-
  Generated rows in the shape of New York's yellow taxi records of 2015; these are not real trips.
owner: Taxi data team
reads: [nyc_yellow_taxi]
access: everyone
cache: 1d
---*/
select distinct
  vendorid as value,
  case vendorid when '1' then 'Creative Mobile Technologies' when '2' then 'VeriFone' else vendorid end as label
from nyc_yellow_taxi
order by value;
