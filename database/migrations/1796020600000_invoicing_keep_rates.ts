import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- the rate of the main refinancing operations of the ECB, as the operator said it for a half-year
      -- (CCP, R2192-31); what was said last counts, and nothing said is ever taken away
      create table invoicing.ecb_rates (
        id uuid primary key,
        half_year_from date not null,
        rate numeric(6, 3) not null check (rate between 0 and 50),
        said_by uuid not null,
        said_at timestamptz not null
      );
      create index ecb_rates_in_order on invoicing.ecb_rates (half_year_from desc, said_at desc);
      grant select, insert on invoicing.ecb_rates to halle_app, halle_system;
    `)
  }
}
