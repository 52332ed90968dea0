import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Tells the open screens, at the commit, which thing moved: identifiers and nothing else.
      create function kernel.announce_entry() returns trigger language plpgsql as $$
        begin
          perform pg_notify('halle_live', concat_ws(' ', new.tenant_id, new.capability, new.subject_id));
          return null;
        end $$;
      create trigger journal_announced after insert on kernel.journal_entries
        for each row execute function kernel.announce_entry();

      create function kernel.announce_task() returns trigger language plpgsql as $$
        declare task kernel.tasks := coalesce(new, old);
        begin
          perform pg_notify('halle_live',
            concat_ws(' ', task.tenant_id, task.capability, coalesce(task.subject_id, task.id)));
          return null;
        end $$;
      create trigger tasks_announced after insert or delete on kernel.tasks
        for each row execute function kernel.announce_task();
    `)
  }

  async down() {
    this.schema.raw(`
      drop trigger tasks_announced on kernel.tasks;
      drop trigger journal_announced on kernel.journal_entries;
      drop function kernel.announce_task();
      drop function kernel.announce_entry();
    `)
  }
}
