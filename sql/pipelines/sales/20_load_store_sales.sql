create temp table arrived_sale (
  ticket      bigint,
  sold_on     date,
  item_id     varchar(16),
  customer_id varchar(16),
  quantity    integer
);

copy arrived_sale
from 's3://{{ data_bucket }}/sample/sales/store_sales.csv'
iam_role default
format csv
ignoreheader 1;

delete from store_sales using arrived_sale where store_sales.ticket = arrived_sale.ticket;

-- With the price of the item and where the customer lives now.
insert into store_sales
select
  sale.ticket,
  sale.sold_on,
  sale.item_id,
  sale.customer_id,
  address.state,
  sale.quantity,
  sale.quantity * item.current_price,
  cast(:load_date as date)
from arrived_sale as sale
join date_dim on date_dim.day = sale.sold_on
join item on item.item_id = sale.item_id
left join customer_address as address on address.customer_id = sale.customer_id and address.valid_to is null;
