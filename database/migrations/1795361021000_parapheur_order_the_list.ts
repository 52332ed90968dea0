import { BaseSchema } from '@adonisjs/lucid/schema'

const TABLES = ['folders', 'folder_transitions', 'folder_step_transitions', 'folder_steps']
const each = (words: string) =>
  TABLES.map((table) => `alter table parapheur.${table} ${words} row level security;`).join('\n')

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What orders the list by title: written beside the row, as for the actes (decision 0081)
      alter table parapheur.folders add column title_key text collate "C"
        generated always as (left(kernel.folded(title), 60)) stored;
      -- Since when a folder is where it is: at its desk, or at its end
      alter table parapheur.folders add column moved_at timestamptz not null default now();

      -- Forced row-level security would hide every row from the owner, who has no tenant.
      ${each('no force')}
      update parapheur.folders set moved_at = greatest(
        folders.created_at,
        (select max(at) from parapheur.folder_transitions as own
          where own.tenant_id = folders.tenant_id and own.folder_id = folders.id),
        (select max(at) from parapheur.folder_step_transitions as own
          join parapheur.folder_steps as step
            on step.tenant_id = own.tenant_id and step.id = own.folder_step_id
          where step.tenant_id = folders.tenant_id and step.folder_id = folders.id)
      );
      ${each('force')}

      create index folders_by_title on parapheur.folders (tenant_id, title_key, id);
      create index folders_by_move on parapheur.folders (tenant_id, moved_at, id);
      create index folders_by_opening on parapheur.folders (tenant_id, created_at, id);
      create index folders_by_due_day
        on parapheur.folders (tenant_id, coalesce(due_on, 'infinity'::date), id);
    `)
  }

  async down() {
    this.schema.raw(`
      drop index parapheur.folders_by_due_day, parapheur.folders_by_opening;
      alter table parapheur.folders drop column title_key, drop column moved_at;
    `)
  }
}
