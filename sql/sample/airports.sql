-- Real airports: the file airports.csv of the npm package vega-datasets.
delete from airports;

copy airports
from 's3://{{ data_bucket }}/sample/airports.csv'
iam_role default
format csv
ignoreheader 1;
