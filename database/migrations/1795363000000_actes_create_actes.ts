import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTableSql } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists actes;
      grant usage on schema actes to halle_app, halle_system;

      create table actes.actes (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        state text not null default 'draft',
        nature_code smallint,
        matiere text not null default '',
        numero text not null default '',
        objet text not null default '',
        decision_date date,
        type_pj text not null default '',
        document_id uuid,
        signed_document_id uuid,
        stamped_document_id uuid,
        paper_too boolean not null default false,
        withheld boolean not null default false,
        previous_identifier text,
        folder_id uuid,
        identifier text,
        received_on date,
        published_on date,
        archive_reference text,
        anomaly_code text,
        anomaly_detail text,
        created_by uuid references kernel.users(id),
        created_at timestamptz not null default now(),
        updated_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, document_id) references kernel.documents (tenant_id, id),
        foreign key (tenant_id, signed_document_id) references kernel.documents (tenant_id, id),
        foreign key (tenant_id, stamped_document_id) references kernel.documents (tenant_id, id)
      );
      -- A numero stays taken even once its transmission is cancelled (S2LOW's rule)
      create unique index actes_numero on actes.actes (tenant_id, numero) where state <> 'draft';
      create index actes_by_state on actes.actes (tenant_id, state, id desc);
      create index actes_by_identifier on actes.actes (tenant_id, identifier);
      create index actes_published on actes.actes (tenant_id, published_on desc, id desc)
        where published_on is not null;
      ${tenantTableSql('actes.actes')}

      create table actes.annexes (
        tenant_id uuid not null,
        id uuid not null,
        acte_id uuid not null,
        position smallint not null,
        document_id uuid not null,
        type_pj text not null default '',
        primary key (tenant_id, id),
        foreign key (tenant_id, acte_id) references actes.actes (tenant_id, id) on delete cascade,
        foreign key (tenant_id, document_id) references kernel.documents (tenant_id, id)
      );
      create index annexes_of_acte on actes.annexes (tenant_id, acte_id, position);
      ${tenantTableSql('actes.annexes')}

      create table actes.acte_transitions (
        tenant_id uuid not null,
        id uuid not null,
        acte_id uuid not null,
        from_state text not null,
        to_state text not null,
        event text not null,
        actor_kind text not null,
        actor_id uuid,
        reason text,
        at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, acte_id) references actes.actes (tenant_id, id) on delete cascade
      );
      create index transitions_of_acte on actes.acte_transitions (tenant_id, acte_id, id);
      ${tenantTableSql('actes.acte_transitions')}
    `)
  }

  async down() {
    this.schema.raw('drop schema actes cascade')
  }
}
