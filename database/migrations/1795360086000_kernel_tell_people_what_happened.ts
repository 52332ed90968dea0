import { BaseSchema } from '@adonisjs/lucid/schema'
import { systemMay, tenantTableSql } from '#kernel/tenancy/sql'

/** What happened to a thing of somebody's, told by mail as what waits is (decision 0086). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table kernel.mail_news (
        tenant_id uuid not null references kernel.tenants(id),
        id uuid not null,
        person_id uuid not null references kernel.users(id) on delete cascade,
        capability text not null,
        subject_id uuid not null,
        -- As a mail may say it: no objet, nobody's name.
        words text not null,
        url text not null,
        due_at timestamptz not null,
        mail_id uuid,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, mail_id) references kernel.mails (tenant_id, id) on delete cascade
      );
      create index mail_news_due on kernel.mail_news (tenant_id, due_at) where mail_id is null;
      create index mail_news_of_mail on kernel.mail_news (tenant_id, mail_id);
      ${tenantTableSql('kernel.mail_news')}
      ${systemMay(['select'], 'kernel.mail_news', 'which members have a mail to order')}
    `)
  }

  async down() {
    this.schema.raw('drop table kernel.mail_news')
  }
}
