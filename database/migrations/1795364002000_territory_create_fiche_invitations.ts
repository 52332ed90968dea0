import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

/** Who was invited to pilot a sheet and has not joined yet. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table territory.fiche_invitations (
        tenant_id uuid not null,
        id uuid not null,
        fiche_id uuid not null,
        invitation_id uuid not null,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id),
        unique (tenant_id, fiche_id, invitation_id),
        foreign key (tenant_id, fiche_id) references territory.fiche_actions (tenant_id, id),
        foreign key (tenant_id, invitation_id) references kernel.invitations (tenant_id, id) on delete cascade
      );
      ${tenantTableSql('territory.fiche_invitations')}
    `)
  }
}
