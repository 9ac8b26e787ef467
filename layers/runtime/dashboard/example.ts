/** A dashboard that uses every part of the format; tests vary it. */
export const EXAMPLE_DASHBOARD = `title: Taxi at a glance
description: One month of trips.
tags: [taxi]
owner: The taxi team
access: [analysts]
refresh: 5m
parameters:
  - { name: month, label: Trip month, type: month, default: 2015-12, required: true }
  - { name: vendors, label: Vendors, type: choice, multiple: true, options-from: taxi/vendors }
tiles:
  - id: by-day
    report: taxi/daily
    inputs: { month: :month, vendor: :vendors, period: 2015-12-01/2015-12-31 }
    chart: { type: bar, x: trip_date, y: [total_fare] }
  - id: fare
    title: Fare of the last day
    report: taxi/daily
    inputs:
      month: :month
      vendor: ['1', '2']
    show: number
    chart: { y: [total_fare] }
    size: { columns: 1, rows: 2 }
`;
