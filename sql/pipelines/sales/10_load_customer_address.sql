-- Type 2: an address that has changed ends, and the new one begins. With nothing new, nothing changes.
create temp table arrived_address (
  customer_id varchar(16),
  street      varchar(60),
  city        varchar(60),
  state       varchar(2)
);

copy arrived_address
from 's3://{{ data_bucket }}/sample/sales/customer_address.csv'
iam_role default
format csv
ignoreheader 1;

update customer_address
set valid_to = cast(:load_date as date)
from arrived_address
where customer_address.customer_id = arrived_address.customer_id
  and customer_address.valid_to is null
  and (customer_address.street <> arrived_address.street
    or customer_address.city <> arrived_address.city
    or customer_address.state <> arrived_address.state);

insert into customer_address
select arrived.customer_id, arrived.street, arrived.city, arrived.state, cast(:load_date as date), null
from arrived_address as arrived
left join customer_address as known on known.customer_id = arrived.customer_id and known.valid_to is null
where known.customer_id is null;
