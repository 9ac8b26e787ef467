import type { Caller } from '../caller.ts';
import type { Moment } from './relative-dates.ts';

/** A report that uses every part of the format; tests vary it. */
export const EXAMPLE = `/*---
title: Yellow taxi, day by day
description: Trips and fares of each day.
tags: [taxi]
source: Generated rows.
owner: data-team@example.com
reads: [nyc_yellow_taxi, public.vendors]
parameters:
  - { name: month, label: Trip month, type: month, default: 2015-12, required: true }
  - { name: vendor, label: Vendor, type: choice, multiple: true, options-from: taxi/vendors }
  - { name: period, type: date-range, min: 2015-01-01 }
access: [analysts]
cache: 15m
timeout: 10m
max-rows: 100000
chart: { type: line, x: trip_date, y: [total_fare] }
---*/
select pickup_date as trip_date, sum(fare_amount) as total_fare -- :not_a_parameter
  from nyc_yellow_taxi
 where to_char(pickup_date, 'YYYY-MM') = :month and owner = :caller_id
[[ and vendorid in (:vendor) ]]
[[ and pickup_date between {{ period.start }}::date and :period_end::date ]]
 group by 1 order by 1;
`;

export const EXAMPLE_CALLER: Caller = {
  id: '7d8f1c9e-0000-4000-8000-000000000001',
  email: 'ana@example.com',
  groups: ['analysts', 'drivers'],
  claims: { email_verified: 'true', region: 'north', 'custom:tenant': 'acme' },
};

/** Half past one at night in Berlin, the 24th still in New York. */
export const EXAMPLE_MOMENT: Moment = { at: new Date('2026-11-25T00:30:00Z'), timeZone: 'Europe/Berlin' };
