-- What was reported under a work order, step by step: a step has no more pieces than the one before.

create index fact_work_order on fact (plant, work_order, date) where work_order <> '';
