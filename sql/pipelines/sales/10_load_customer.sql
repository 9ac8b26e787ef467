-- Type 1, by MERGE.
create temp table arrived_customer (
  customer_id varchar(16),
  first_name  varchar(50),
  last_name   varchar(50),
  email       varchar(100)
);

copy arrived_customer
from 's3://{{ data_bucket }}/sample/sales/customer.csv'
iam_role default
format csv
ignoreheader 1;

merge into customer
using arrived_customer
on customer.customer_id = arrived_customer.customer_id
when matched then update set
  first_name = arrived_customer.first_name, last_name = arrived_customer.last_name, email = arrived_customer.email
when not matched then insert
  values (arrived_customer.customer_id, arrived_customer.first_name, arrived_customer.last_name, arrived_customer.email);
