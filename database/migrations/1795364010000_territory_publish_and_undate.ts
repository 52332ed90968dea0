import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Frozen is not shown: somebody decides that the inhabitants read it, beside the evaluation,
      -- which never changes. Those that they read already stay so.
      create table territory.shown_evaluations (
        tenant_id uuid not null,
        evaluation_id uuid not null,
        shown_at timestamptz not null,
        primary key (tenant_id, evaluation_id),
        foreign key (tenant_id, evaluation_id) references territory.evaluations (tenant_id, id)
      );
      alter table territory.evaluations no force row level security;
      insert into territory.shown_evaluations
        select tenant_id, id, frozen_at from territory.evaluations where state = 'frozen';
      alter table territory.evaluations force row level security;
      ${tenantTableSql('territory.shown_evaluations')}

      -- A start whose dates nobody knows has none, rather than invented ones; a result has its own.
      alter table territory.indicator_values
        alter column period_from drop not null,
        alter column period_to drop not null,
        add check ((period_from is null) = (period_to is null)),
        add check (kind = 'baseline' or period_to is not null);
    `)
  }

  async down() {
    this.schema.raw(`
      delete from territory.indicator_values where period_to is null;
      alter table territory.indicator_values
        alter column period_from set not null,
        alter column period_to set not null;
      drop table territory.shown_evaluations;
    `)
  }
}
