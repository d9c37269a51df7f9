-- While an upload is undecided its bytes may be forgotten by whoever stored them, and by nobody once a second upload has the same
-- ones: the claim says whose they are, and is empty where they stay.

alter table evidence add column claim text not null default '';
