import { BaseSchema } from '@adonisjs/lucid/schema'
import { tellsPublicSql, tenantTableSql, systemMay } from '#kernel/tenancy/sql'

/** The lots of a consultation, what each offer is worth for each of them, and what is searched of them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table procurement.consultations
        -- How many lots a company may answer, and win (L2113-10); null: all of them
        add column most_lots_answered integer,
        add column most_lots_won integer,
        -- What is searched of its lots: their titles, and their codes
        add column lot_words text not null default '',
        add column lot_cpvs text[] not null default '{}';
      ${LOTS}
      ${OFFERS}
      drop index procurement.consultations_words;
      create index consultations_words on procurement.consultations using gin (
        to_tsvector('simple', regexp_replace(
          kernel.folded(reference || ' ' || title || ' ' || description || ' ' || lot_words),
          '[^a-z0-9]+', ' ', 'g'))
      ) where published_at is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop table procurement.lot_offers, procurement.lot_transitions, procurement.lots;
      drop index procurement.consultations_words;
      create index consultations_words on procurement.consultations using gin (
        to_tsvector('simple', regexp_replace(
          kernel.folded(reference || ' ' || title || ' ' || description), '[^a-z0-9]+', ' ', 'g'))
      ) where published_at is not null;
      alter table procurement.consultations
        drop column most_lots_answered, drop column most_lots_won,
        drop column lot_words, drop column lot_cpvs;
    `)
  }
}

const LOTS = `
  create table procurement.lots (
    tenant_id uuid not null,
    id uuid not null,
    consultation_id uuid not null,
    number integer not null check (number between 1 and 999),
    title text not null,
    cpv text not null,
    -- Secret, as that of the whole consultation
    estimate numeric(14,2) not null,
    state text not null,
    -- Why it ends without a marché
    end_reason text,
    awarded_pli_id uuid,
    award_amount numeric(14,2),
    award_folder_id uuid,
    award_document_id uuid,
    signed_award_document_id uuid,
    signed_on date,
    notified_on date,
    created_at timestamptz not null default now(),
    updated_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, consultation_id) references procurement.consultations(tenant_id, id)
  );
  create unique index lots_by_number on procurement.lots (tenant_id, consultation_id, number);
  create index lots_notified on procurement.lots (tenant_id, notified_on)
    where notified_on is not null;
  ${tenantTableSql('procurement.lots')}
  ${tellsPublicSql('procurement.lots')}
  ${systemMay(['select'], 'procurement.lots', 'the catalogue of the essential data names the years of all members')}

  create table procurement.lot_transitions (
    tenant_id uuid not null,
    id uuid not null,
    lot_id uuid not null,
    from_state text not null,
    to_state text not null,
    event text not null,
    actor_kind text not null,
    actor_id text,
    reason text,
    at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, lot_id) references procurement.lots(tenant_id, id)
  );
  create index lot_transitions_of_lot on procurement.lot_transitions (tenant_id, lot_id, at);
  ${tenantTableSql('procurement.lot_transitions')}
  revoke update, delete on procurement.lot_transitions from halle_app;`

const OFFERS = `
  create table procurement.lot_offers (
    tenant_id uuid not null,
    id uuid not null,
    lot_id uuid not null,
    pli_id uuid not null,
    note numeric(5,2) not null,
    note_reason text not null,
    amount numeric(14,2) not null,
    rank integer not null,
    letter_document_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, lot_id) references procurement.lots(tenant_id, id),
    foreign key (tenant_id, pli_id) references procurement.plis(tenant_id, id)
  );
  create unique index lot_offers_of_lot on procurement.lot_offers (tenant_id, lot_id, pli_id);
  create index lot_offers_of_pli on procurement.lot_offers (tenant_id, pli_id);
  ${tenantTableSql('procurement.lot_offers')}`
