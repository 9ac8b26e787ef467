-- A division by zero fails the pipeline when no row arrived.
select 1 / count(*) as some_rows_arrived
from store_sales
where loaded_on = cast(:load_date as date);

-- Nobody lives in two places.
select 1 / (case when count(*) = 0 then 1 else 0 end) as one_address_each
from (
  select customer_id
  from customer_address
  where valid_to is null
  group by customer_id
  having count(*) > 1
) as twice;
