import { BaseSchema } from '@adonisjs/lucid/schema'

const TABLES = ['folders', 'folder_steps']
const each = (words: string) =>
  TABLES.map((table) => `alter table parapheur.${table} ${words} row level security;`).join('\n')

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- The desk that holds a folder, beside it: what orders the list must be a column of its row.
      alter table parapheur.folders add column holder text not null default '';
      alter table parapheur.folders add column holder_key text collate "C" generated always as (
        case when state = 'in_progress' then left(kernel.folded(holder), 60) else '' end) stored;

      -- Forced row-level security would hide every row from the owner, who has no tenant.
      ${each('no force')}
      update parapheur.folders set holder = step.desk_name from parapheur.folder_steps as step
        where step.tenant_id = folders.tenant_id and step.folder_id = folders.id
          and step.state = 'current';
      ${each('force')}

      create index folders_by_holder on parapheur.folders (tenant_id, holder_key, id);
    `)
  }

  async down() {
    this.schema.raw('alter table parapheur.folders drop column holder_key, drop column holder;')
  }
}
