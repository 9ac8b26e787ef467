-- Nothing can be bound in UNLOAD's quoted text: the step before has chosen the rows.
unload ('select month, vendorid, trips, distance, total_fare from taxi_monthly_volume')
to 's3://{{ data_bucket }}/exports/taxi_monthly_volume/'
iam_role default
format parquet
partition by (month)
cleanpath;
