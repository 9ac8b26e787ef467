-- Type 1: what is new overwrites what was.
create temp table arrived_item (
  item_id       varchar(16),
  description   varchar(200),
  category      varchar(50),
  current_price decimal(7, 2)
);

copy arrived_item
from 's3://{{ data_bucket }}/sample/sales/item.csv'
iam_role default
format csv
ignoreheader 1;

delete from item using arrived_item where item.item_id = arrived_item.item_id;

insert into item select item_id, description, category, current_price from arrived_item;
