/*---
title: An airport's busiest routes
description: The destinations with the most flights from one airport, with their distance in miles and mean delay in minutes.
tags: [flights, routes]
source: >-
  US Bureau of Transportation Statistics, three million domestic flights of January to June 2001, from the npm package vega-datasets.
owner: aviation@example.com
reads: [flights, airports]
parameters:
  - { name: state, label: State, type: choice, options-from: flights/states, help: Narrows the airports. }
  - name: airport
    label: Airport
    type: choice
    required: true
    default: ORD
    options-from: { report: flights/airports, inputs: { state: state } }
  - { name: most, label: Number of routes, type: integer, default: 15, min: 1, max: 100 }
  - { name: period, label: Period, type: date-range, min: 2001-01-01, max: 2001-06-30, help: All days when empty. }
access: everyone
cache: 1h
chart: { type: bar, x: destination, y: [flights] }
columns:
  destination: { label: Destination }
  city: { label: City }
  state: { label: State }
  flights: { label: Flights, format: number }
  miles: { label: Distance, format: number, unit: mi }
  mean_delay: { label: Mean delay, format: number, decimals: 1, unit: min }
---*/
select
  routes.destination,
  airports.city,
  airports.state,
  routes.flights,
  routes.miles,
  routes.mean_delay
from (
  select
    destination,
    count(*) as flights,
    max(distance) as miles,
    round(avg(delay * 1.0), 1) as mean_delay,
    row_number() over (order by count(*) desc, destination) as place
  from flights
  where origin = :airport
  [[ and origin in (select iata from airports where state = :state) ]]
  [[ and date >= cast(:period_start as date) and date < cast(:period_end as date) + 1 ]]
  group by destination
) as routes
left join airports on airports.iata = routes.destination
where routes.place <= cast(:most as integer)
order by routes.place;
