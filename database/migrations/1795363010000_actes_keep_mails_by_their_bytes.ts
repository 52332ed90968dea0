import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay } from '#kernel/tenancy/sql'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Two mails may bear one Message-ID, which their sender chose: only the same bytes are one mail
      alter table actes.inbox_mails drop constraint inbox_mails_message_id_key;
      alter table actes.inbox_mails add column digest text, add column sender text;
      update actes.inbox_mails set digest = encode(sha256(raw), 'hex');
      alter table actes.inbox_mails alter column digest set not null;
      create unique index inbox_mails_digest on actes.inbox_mails (digest);
      create index inbox_mails_of_sender on actes.inbox_mails (sender, received_at);

      -- How far a mailbox was read, where no flag of ours can be kept; and what prevents reading it
      create table actes.mailboxes (
        name text primary key,
        uid_validity text,
        last_uid bigint not null default 0,
        trouble text,
        troubled_since timestamptz
      );
      alter table actes.mailboxes enable row level security;
      alter table actes.mailboxes force row level security;
      ${systemMay(['select', 'insert', 'update'], 'actes.mailboxes', 'one mailbox serves all tenants')}

      -- passed: the front mail server vouches for its sender; failed: it does not; unchecked: nobody looked
      alter table actes.answers
        add column authentication text check (authentication in ('passed', 'failed', 'unchecked')),
        add column verified_by uuid,
        add column verified_at timestamptz;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table actes.answers
        drop column authentication, drop column verified_by, drop column verified_at;
      drop table actes.mailboxes;
      alter table actes.inbox_mails drop column digest, drop column sender;
    `)
  }
}
