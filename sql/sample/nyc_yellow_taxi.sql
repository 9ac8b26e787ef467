-- GENERATED ROWS, not real trips. They have the columns of New York's yellow taxi records and the rough shape of the
-- year 2015: quiet nights, two rush hours, lively Friday and Saturday nights, a slower summer.
--
-- Plain arithmetic makes them, with no random numbers, so every warehouse gets the same rows. Each hour of the year has
-- 100 slots, and as many of them become trips as the hour is busy. A slot's numbers are remainders of multiples of its
-- own number, which is even enough for charts. Division is avoided: engines round it
-- differently.
delete from nyc_yellow_taxi;

insert into nyc_yellow_taxi
with
digits as (
  select 0 as d union all select 1 union all select 2 union all select 3 union all select 4
  union all select 5 union all select 6 union all select 7 union all select 8 union all select 9
),
days as (
  select cast(100 * a.d + 10 * b.d + c.d as bigint) as day
  from digits a cross join digits b cross join digits c
  where 100 * a.d + 10 * b.d + c.d < 365
),
hours as (
  select cast(10 * a.d + b.d as bigint) as hour
  from digits a cross join digits b
  where 10 * a.d + b.d < 24
),
-- 1 January 2015 was a Thursday: weekday 0 is Monday.
busy_hours as (
  select
    day,
    hour,
    mod(day + 3, 7) as weekday,
    case
      when hour < 1 then 38 when hour < 2 then 26 when hour < 3 then 18 when hour < 4 then 13
      when hour < 5 then 10 when hour < 6 then 12 when hour < 7 then 27 when hour < 8 then 44
      when hour < 9 then 56 when hour < 14 then 53 when hour < 16 then 56 when hour < 17 then 49
      when hour < 18 then 62 when hour < 20 then 72 when hour < 22 then 66 when hour < 23 then 62
      else 52
    end
    + case when mod(day + 3, 7) in (5, 6) and hour < 4 then 24 else 0 end
    - case when mod(day + 3, 7) in (5, 6) and hour between 6 and 9 then 20 else 0 end
    + case when mod(day + 3, 7) in (4, 5) and hour > 20 then 10 else 0 end
    - case when mod(day + 3, 7) = 0 then 5 else 0 end
    - case when day between 181 and 242 then 6 else 0 end
    - case when day in (0, 358, 359) then 18 else 0 end
    + mod(day * 37, 9) - 4 as trips
  from days cross join hours
),
slots as (
  select day, hour, weekday, (day * 24 + hour) * 100 + slot as n
  from busy_hours
  cross join (select cast(10 * a.d + b.d as bigint) as slot from digits a cross join digits b) as s
  where slot < trips
),
-- Five even numbers for each trip: of its minute and second, distance, speed, people, and the rest.
dice as (
  select
    day,
    hour,
    weekday,
    mod(mod(n * 7368787 + 104729, 15485863) * 179424673 + 32452843, 2038074743) as d1,
    mod(mod(n * 6700417 + 224737, 15485863) * 198491317 + 49979687, 2038074743) as d2,
    mod(mod(n * 9576890 + 350377, 15485863) * 217645177 + 67867967, 2038074743) as d3,
    mod(mod(n * 8675309 + 479909, 15485863) * 236887691 + 86028121, 2038074743) as d4,
    mod(mod(n * 5915587 + 611953, 15485863) * 256203161 + 15487291, 2038074743) as d5
  from slots
),
-- Distance in hundredths of a mile: most trips are short, one in twenty goes to an airport.
rides as (
  select
    day,
    mod(d1, 3600) + hour * 3600 as second_of_day,
    case
      when mod(d4, 20) = 0 then 850 + mod(d2, 1100)
      when mod(d4, 5) = 0 then 300 + mod(d2, 500)
      else 45 + mod(d2, 170) + mod(d3, 130)
    end as distance,
    case when mod(d4, 20) = 0 and mod(d5, 2) = 0 then 2 else 1 end as ratecode,
    -- Seconds for each hundredth of a mile: highways to the airports, slow streets in the working day, fast ones at night.
    case
      when mod(d4, 20) = 0 then 1.7
      when weekday < 5 and hour between 8 and 18 then 4.2
      when hour between 7 and 21 then 3.3
      else 2.5
    end * (0.8 + 0.01 * mod(d3, 45)) as pace,
    mod(d5, 100) as luck,
    mod(d4 + d5, 100) as more_luck
  from dice
),
-- The meter: 2.50 to start, 2.50 a mile and 0.50 a minute in slow traffic; 52 from JFK.
fares as (
  select
    day,
    second_of_day,
    ratecode,
    distance,
    cast(round(90 + distance * pace) as bigint) as seconds,
    case
      when ratecode = 2 then 52.00
      else 2.50 + 0.50 * round(0.05 * distance + 0.004 * distance * (pace - 2))
    end as fare,
    luck,
    more_luck
  from rides
)
select
  date '2015-01-01' + cast(day as integer),
  timestamp '2015-01-01 00:00:00' + (day * 86400 + second_of_day) * interval '1 second',
  timestamp '2015-01-01 00:00:00' + (day * 86400 + second_of_day + seconds) * interval '1 second',
  ratecode,
  case
    when luck < 70 then 1 when luck < 84 then 2 when luck < 88 then 3 when luck < 90 then 4 when luck < 95 then 5
    else 6
  end,
  cast(distance * 0.01 as decimal(8, 2)),
  cast(fare as decimal(8, 2)),
  -- 0.80 of taxes; those who pay by card tip about a fifth.
  cast(fare + 0.80 + case when more_luck < 63 then round(0.20 * fare, 2) else 0 end as decimal(8, 2)),
  case when more_luck < 63 then 1 when more_luck < 99 then 2 else 3 end,
  case when luck < 47 then '1' else '2' end
from fares;
