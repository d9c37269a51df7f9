-- Stretches of shifts that are not to count are few among the facts; whoever must countersign looks for them over all sheets.

create index fact_excluded on fact (plant, date) where measure = 'excluded_minutes';
