import { BaseSchema } from '@adonisjs/lucid/schema'
import { globalTableSql } from '#kernel/tenancy/sql'

/** What companies, and whoever likes, look for among the consultations of all the members. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.alerts (
        -- The link of its mails bears it: nobody guesses it
        id uuid primary key,
        email text not null,
        criteria jsonb not null,
        pace text not null,
        state text not null,
        -- The member on whose page it was asked: its pages confirm and stop it
        asked_from uuid not null references kernel.tenants(id),
        confirmed_at timestamptz,
        -- What was published until then is told, or was there before
        told_until timestamptz,
        next_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz
      );
      create index alerts_due on procurement.alerts (next_at) where next_at is not null;
      create index alerts_of_address on procurement.alerts (email);
      ${globalTableSql('procurement.alerts')}

      create table procurement.alert_deliveries (
        alert_id uuid not null references procurement.alerts(id) on delete cascade,
        consultation_id uuid not null,
        at timestamptz not null,
        primary key (alert_id, consultation_id)
      );
      ${globalTableSql('procurement.alert_deliveries')}
    `)
  }

  async down() {
    this.schema.raw('drop table procurement.alert_deliveries, procurement.alerts')
  }
}
