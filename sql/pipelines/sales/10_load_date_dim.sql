create temp table arrived_day (day date);

copy arrived_day
from 's3://{{ data_bucket }}/sample/sales/date_dim.csv'
iam_role default
format csv
ignoreheader 1;

delete from date_dim using arrived_day where date_dim.day = arrived_day.day;

insert into date_dim
select
  day,
  extract(dow from day),
  to_char(day, 'YYYY-MM'),
  to_char(day, 'YYYY-"Q"Q')
from arrived_day;
