-- Real flights: the file flights-3m.parquet of the npm package vega-datasets, from the US Bureau of Transportation
-- Statistics. DELETE rather than TRUNCATE, which would commit at once.
delete from flights;

copy flights
from 's3://{{ data_bucket }}/sample/flights-3m.parquet'
iam_role default
format parquet;
