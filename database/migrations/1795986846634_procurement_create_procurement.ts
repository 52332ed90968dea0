import { BaseSchema } from '@adonisjs/lucid/schema'
import { tellsPublicSql, tenantTableSql, systemMay } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create schema if not exists procurement;
      grant usage on schema procurement to halle_app, halle_system;
      ${CONSULTATIONS}
      ${HOLDERS}
      ${PLIS}
      ${OPENING}
    `)
  }
}

const transitionsOf = (thing: string, plural: string) => `
  create table procurement.${thing}_transitions (
    tenant_id uuid not null,
    id uuid not null,
    ${thing}_id uuid not null,
    from_state text not null,
    to_state text not null,
    event text not null,
    actor_kind text not null,
    actor_id text,
    reason text,
    at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, ${thing}_id) references procurement.${plural}(tenant_id, id)
  );
  create index ${thing}_transitions_of_${thing}
    on procurement.${thing}_transitions (tenant_id, ${thing}_id, at);
  ${tenantTableSql(`procurement.${thing}_transitions`)}
  revoke update, delete on procurement.${thing}_transitions from halle_app;`

const CONSULTATIONS = `
  create table procurement.consultations (
    tenant_id uuid not null references kernel.tenants(id),
    id uuid not null,
    reference text not null,
    title text not null,
    description text not null,
    nature text not null,
    -- Secret: what the buyer expects to pay, without tax
    estimate numeric(14,2),
    cpv text not null,
    place_code text not null,
    duration_months integer not null,
    ccag text not null,
    price_form text not null,
    price_type text not null,
    has_advance boolean not null default false,
    criteria jsonb not null,
    threshold integer not null default 2,
    deadline timestamptz not null,
    zone text not null,
    state text not null,
    -- The bytes of trousseau.json, frozen when the consultation leaves for the parapheur
    trousseau text,
    fingerprint text,
    publication_folder_id uuid,
    rc_document_id uuid,
    signed_rc_document_id uuid,
    published_at timestamptz,
    president text,
    members_present text,
    opened_at timestamptz,
    pv_folder_id uuid,
    pv_document_id uuid,
    signed_pv_document_id uuid,
    awarded_pli_id uuid,
    award_amount numeric(14,2),
    award_reason text,
    award_folder_id uuid,
    award_document_id uuid,
    signed_award_document_id uuid,
    signed_on date,
    notified_on date,
    archive_reference uuid,
    created_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz,
    primary key (tenant_id, id)
  );
  create unique index consultations_by_reference
    on procurement.consultations (tenant_id, reference);
  create index consultations_by_deadline
    on procurement.consultations (tenant_id, state, deadline);
  ${tenantTableSql('procurement.consultations')}
  ${tellsPublicSql('procurement.consultations')}
  ${systemMay(['select'], 'procurement.consultations', 'the hour of each tender is watched for all members')}
  ${transitionsOf('consultation', 'consultations')}

  create table procurement.consultation_documents (
    tenant_id uuid not null,
    id uuid not null,
    consultation_id uuid not null,
    position integer not null,
    document_id uuid not null,
    name text not null,
    digest text not null,
    size bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
  );
  create index consultation_documents_in_order
    on procurement.consultation_documents (tenant_id, consultation_id, position);
  ${tenantTableSql('procurement.consultation_documents')}`

const HOLDERS = `
  create table procurement.holders (
    tenant_id uuid not null references kernel.tenants(id),
    id uuid not null,
    handle text not null,
    user_id uuid not null,
    name text not null,
    public_key text not null,
    -- The private key, as the passphrase of its holder alone opens it
    wrapped jsonb not null,
    created_at timestamptz not null default now(),
    retired_at timestamptz,
    primary key (tenant_id, id)
  );
  create unique index holders_by_handle on procurement.holders (tenant_id, handle);
  create unique index holders_living on procurement.holders (tenant_id, user_id)
    where retired_at is null;
  ${tenantTableSql('procurement.holders')}`

const PLIS = `
  create table procurement.plis (
    tenant_id uuid not null,
    id uuid not null,
    consultation_id uuid not null,
    person_id uuid not null,
    depositor text not null,
    establishment_id uuid not null,
    siret text not null,
    company text not null,
    state text not null,
    started_at timestamptz not null,
    received_at timestamptz,
    digest text,
    -- The bytes of pli.json
    manifest text,
    receipt jsonb,
    token bytea,
    refusal text,
    note numeric(5,2),
    note_reason text,
    amount numeric(14,2),
    letter_document_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
  );
  create index plis_of_consultation
    on procurement.plis (tenant_id, consultation_id, state, received_at);
  create index plis_of_establishment
    on procurement.plis (tenant_id, establishment_id, consultation_id);
  ${tenantTableSql('procurement.plis')}
  ${transitionsOf('pli', 'plis')}

  create table procurement.pli_pieces (
    tenant_id uuid not null,
    pli_id uuid not null,
    sha256 text not null,
    size integer not null,
    nonce text not null,
    upload_id uuid not null,
    document_id uuid,
    at timestamptz not null,
    primary key (tenant_id, pli_id, sha256),
    foreign key (tenant_id, pli_id) references procurement.plis(tenant_id, id)
  );
  ${tenantTableSql('procurement.pli_pieces')}

  create table procurement.pli_files (
    tenant_id uuid not null,
    id uuid not null,
    pli_id uuid not null,
    envelope text not null,
    name text not null,
    digest text not null,
    size bigint not null,
    document_id uuid not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, pli_id) references procurement.plis(tenant_id, id)
  );
  create unique index pli_files_by_name
    on procurement.pli_files (tenant_id, pli_id, envelope, name);
  ${tenantTableSql('procurement.pli_files')}`

const OPENING = `
  create table procurement.opening_shares (
    tenant_id uuid not null,
    consultation_id uuid not null,
    holder_id uuid not null,
    -- pli -> envelope -> the share that its holder has opened
    shares jsonb not null,
    given_at timestamptz not null,
    primary key (tenant_id, consultation_id, holder_id),
    foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id),
    foreign key (tenant_id, holder_id) references procurement.holders(tenant_id, id)
  );
  ${tenantTableSql('procurement.opening_shares')}`
