import { outsideTableSql } from '#app/outsiders/wall/sql'
import { systemMay } from '#kernel/tenancy/sql'
import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A search that somebody saved in her space, and the program of her company that is told of what it
 * finds: hers, behind the wall of people outside.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table procurement.alerts
        add column person_id uuid,
        add column is_mailed boolean not null default true,
        -- A search that only a program is told of has none
        alter column email drop not null;
      create index alerts_of_person on procurement.alerts (person_id, id) where person_id is not null;

      create table procurement.alert_receivers (
        id uuid primary key,
        alert_id uuid not null references procurement.alerts(id) on delete cascade,
        person_id uuid not null,
        url text not null,
        -- Under the key of the application
        secret text not null,
        failing_since timestamptz,
        stopped_at timestamptz,
        stopped_for text,
        created_at timestamptz not null
      );
      create unique index alert_receivers_of_alert on procurement.alert_receivers (alert_id);
      create index alert_receivers_of_person on procurement.alert_receivers (person_id, id);
      ${outsideTableSql('procurement.alert_receivers', { person: 'person_id' })}
      ${systemMay(['select', 'update'], 'procurement.alert_receivers', 'their secrets are sealed again when the key changes')}

      create table procurement.alert_messages (
        -- The webhook-id: the same at each attempt
        id uuid primary key,
        receiver_id uuid not null references procurement.alert_receivers(id) on delete cascade,
        person_id uuid not null,
        body text not null,
        tries integer not null default 0,
        next_at timestamptz,
        delivered_at timestamptz,
        given_up_at timestamptz,
        -- What came of the last attempt
        outcome text,
        status integer,
        created_at timestamptz not null
      );
      create index alert_messages_due on procurement.alert_messages (next_at) where next_at is not null;
      create index alert_messages_of_receiver on procurement.alert_messages (receiver_id, id);
      create index alert_messages_old on procurement.alert_messages (created_at);
      ${outsideTableSql('procurement.alert_messages', { person: 'person_id' })}
      ${systemMay(['select', 'delete'], 'procurement.alert_messages', 'those that wait are found for all persons, and old ones forgotten')}
    `)
  }

  async down() {
    this.schema.raw(`
      drop table procurement.alert_messages, procurement.alert_receivers;
      delete from procurement.alerts where email is null;
      alter table procurement.alerts
        alter column email set not null, drop column is_mailed, drop column person_id;
    `)
  }
}
