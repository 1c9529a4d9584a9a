CREATE INDEX "customers_number_tail" ON "customers" USING btree (right("masked_id", 4));
