-- The pipeline's own database user makes them, and so may load them.
create table if not exists item (
  item_id       varchar(16)   not null,
  description   varchar(200)  not null,
  category      varchar(50)   not null,
  current_price decimal(7, 2) not null,
  primary key (item_id)
)
diststyle all;

create table if not exists customer (
  customer_id varchar(16)  not null,
  first_name  varchar(50)  not null,
  last_name   varchar(50)  not null,
  email       varchar(100) not null,
  primary key (customer_id)
)
diststyle all;

-- One row for each address that a customer had: the current one has no end.
create table if not exists customer_address (
  customer_id varchar(16) not null,
  street      varchar(60) not null,
  city        varchar(60) not null,
  state       varchar(2)  not null,
  valid_from  date        not null,
  valid_to    date
)
diststyle all
sortkey (customer_id, valid_from);

create table if not exists date_dim (
  day      date     not null,
  weekday  smallint not null,
  month    varchar(7) not null,
  quarter  varchar(7) not null,
  primary key (day)
)
diststyle all;

create table if not exists store_sales (
  ticket      bigint        not null,
  sold_on     date          not null,
  item_id     varchar(16)   not null,
  customer_id varchar(16)   not null,
  state       varchar(2),
  quantity    integer       not null,
  amount      decimal(9, 2) not null,
  loaded_on   date          not null
)
diststyle even
sortkey (sold_on);

grant select on table item, customer, customer_address, date_dim, store_sales to public;
