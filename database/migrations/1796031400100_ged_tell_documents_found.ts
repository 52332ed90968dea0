import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- What is told of some documents that were found, in the exchange that finds them. Its plan is
      -- kept by the connection: five tables are longer to plan than to read.
      create function ged.documents_told(asked uuid[])
        returns table (id uuid, title text, name text, space text, type text, date text, path text)
        language plpgsql stable set plan_cache_mode = force_generic_plan
      as $$
      #variable_conflict use_column
      declare here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
      begin
        if cardinality(asked) = 0 then return; end if;
        return query with recursive way(leaf, parent_id, name, depth) as (
            select node.id, node.parent_id, node.name, 0 from ged.nodes as node
              where node.tenant_id = here and node.id = any(asked)
            union all select way.leaf, above.parent_id, above.name, way.depth + 1
              from way join ged.nodes as above on above.tenant_id = here and above.id = way.parent_id),
          paths as (
            select way.leaf, string_agg(way.name, '/' order by way.depth desc) as path from way group by way.leaf)
          select node.id, node.title, node.name, spaces.slug, types.code,
            to_char(node.document_date, 'YYYY-MM-DD'), paths.path
          from paths
            join ged.nodes as node on node.tenant_id = here and node.id = paths.leaf
            join ged.spaces as spaces on spaces.tenant_id = here and spaces.id = node.space_id
            left join ged.document_types as types on types.tenant_id = here and types.id = node.type_id;
      end $$;
    `)
  }
}
