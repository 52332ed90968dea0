import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What is told of some documents that were found, in the exchange that finds them. Its plan is
      -- kept by the connection, and made of the average member, which is small: « offset 0 » has each
      -- row read by its key, or a large member would be read whole.
      create function ged.documents_told(asked uuid[])
        returns table (id uuid, title text, name text, space text, type text, date text, path text)
        language plpgsql stable set plan_cache_mode = force_generic_plan
      as $$
      #variable_conflict use_column
      declare here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
      begin
        if cardinality(asked) = 0 then return; end if;
        return query with recursive way(leaf, above_id, name, depth) as (
            select found.id, node.parent_id, node.name, 0 from unnest(asked) as found(id)
              cross join lateral (select parent_id, name from ged.nodes
                where tenant_id = here and nodes.id = found.id offset 0) as node
            union all select way.leaf, node.parent_id, node.name, way.depth + 1 from way
              cross join lateral (select parent_id, name from ged.nodes
                where tenant_id = here and nodes.id = way.above_id offset 0) as node
              where way.above_id is not null)
          select node.id, node.title, node.name, place.slug,
            (select code from ged.document_types where tenant_id = here and document_types.id = node.type_id),
            to_char(node.document_date, 'YYYY-MM-DD'), paths.path
          from (select leaf, string_agg(name, '/' order by depth desc) as path from way group by leaf) as paths
            cross join lateral (select nodes.* from ged.nodes
              where tenant_id = here and nodes.id = paths.leaf offset 0) as node
            cross join lateral (select slug from ged.spaces
              where tenant_id = here and spaces.id = node.space_id offset 0) as place;
      end $$;
    `)
  }
}
