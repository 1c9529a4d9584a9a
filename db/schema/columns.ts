import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Binary column; sealed personal data and documents live in these. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
});

/** An instant, always with time zone; read and written as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
