import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** Functions that act as the owner of the tables, above the policies, and why each must. */
export const AS_OWNER: Record<string, string> = {
  'kernel.search_things':
    'the operator of the words is not leakproof: behind the policy no index answers it',
  'kernel.search_best': 'of the version before, which asks it while it is replaced',
  'kernel.search_ranked': 'the same, of the best among them, and how many they are',
  'kernel.search_ranked_opened': 'the same, by a query whose words were opened within the walls',
}

const FUNCTIONS = `
  select nspname || '.' || proname as name, prosrc as body, coalesce(proconfig, '{}') as settings,
    coalesce(proargnames, '{}') as arguments,
    has_function_privilege('public', pg_proc.oid, 'execute') as everyone
  from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
  where prosecdef and nspname not in ('pg_catalog', 'information_schema', 'bullmq') order by 1`

const HERE = `here uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;`

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Why a function that acts as the owner might answer with what is another tenant's. */
export async function looseFunctions(client: QueryClientContract): Promise<string[]> {
  const { rows } = await client.rawQuery(FUNCTIONS)
  return rows.flatMap(({ name, body, settings, arguments: named, everyone }: any) =>
    [
      !AS_OWNER[name] && 'acts as its owner, and no reason is given',
      everyone && 'anybody may call it',
      !settings.includes('search_path=pg_catalog, pg_temp') && 'its search_path is not its own',
      named.some((one: string) => /tenant/.test(one)) && 'the caller names the tenant',
      !body.includes(HERE) && 'does not read the tenant in context',
      count(body, /\b(?:from|join) kernel\./g) !==
        count(body, /\band \(tenant_id = here\) is true/g) &&
        'reads a table without holding to the tenant in context',
      /\bexecute\b|\b(?:insert|update|delete)\b/.test(body) && 'does more than a plain reading',
    ]
      .filter(Boolean)
      .map((why) => `${name}: ${why}`)
  )
}
