/** A report whose statement takes hours, so that nothing ends it but what a test does; each `lap` is another statement. */
export const endlessReport = {
  'sql/reports/endless.sql': `/*---
title: Without an end
description: Counts, and counts.
parameters:
  - { name: lap, label: Lap, type: integer, default: 1, required: true }
access: everyone
cache: 1h
---*/
select count(*) from generate_series(1, 100000000000) as t(x) where mod(x, 7) = cast(:lap as integer);
`,
};
