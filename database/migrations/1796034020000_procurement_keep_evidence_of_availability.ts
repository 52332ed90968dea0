import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

/** Which looks at the platform the journal has summed up for each tender: one row a period, and none a minute. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table procurement.look_periods (
        tenant_id uuid not null,
        id uuid not null,
        consultation_id uuid not null,
        -- After the first, up to the second
        from_at timestamptz not null,
        to_at timestamptz not null,
        lines integer not null,
        -- RFC 6962 §2.1 over the lines; null where nobody looked
        root text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
      );
      create index look_periods_of_consultation
        on procurement.look_periods (tenant_id, consultation_id, to_at);
      ${tenantTableSql('procurement.look_periods')}
      revoke update, delete on procurement.look_periods from halle_app;
      ${systemMay(['select'], 'procurement.look_periods', 'whose looks wait for the journal is watched for all members')}
    `)
  }

  async down() {
    this.schema.raw('drop table procurement.look_periods')
  }
}
