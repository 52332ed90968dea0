import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table actes.transmissions
        -- The letter of the prefecture that it answers or acknowledges
        add column letter_id uuid,
        add column document_ids uuid[] not null default '{}',
        add column sent_by uuid references kernel.users(id),
        add foreign key (tenant_id, letter_id) references actes.answers (tenant_id, id),
        drop constraint transmissions_type_check,
        add constraint transmissions_type_check check (type in
          ('1-1', '2-2', '3-2', '3-3', '3-4', '4-2', '4-3', '4-4', '6-1', '7-1'));
      drop index actes.transmissions_under_way;
      -- One sending of a kind at a time for an acte; two letters may be answered side by side
      create unique index transmissions_under_way on actes.transmissions
        (tenant_id, acte_id, type, coalesce(letter_id, '00000000-0000-0000-0000-000000000000'))
        where state in ('frozen', 'attempting', 'uncertain');
      create index transmissions_of_letter on actes.transmissions (tenant_id, letter_id, id desc)
        where letter_id is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      delete from actes.transmissions where letter_id is not null;
      drop index actes.transmissions_of_letter;
      drop index actes.transmissions_under_way;
      alter table actes.transmissions
        drop column letter_id, drop column document_ids, drop column sent_by,
        drop constraint transmissions_type_check,
        add constraint transmissions_type_check check (type in ('1-1', '6-1', '7-1'));
      create unique index transmissions_under_way on actes.transmissions (tenant_id, acte_id, type)
        where state in ('frozen', 'attempting', 'uncertain');
    `)
  }
}
