-- An entry's attributes, such as severity of an injury: JSON with its names in order, empty where there are none.

alter table fact add column tags text not null default '';
