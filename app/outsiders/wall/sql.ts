const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')`
const list = (name: string, type: 'uuid' | 'text') =>
  `string_to_array(${setting(name)}, ',')::${type}[]`

/** Whose rows these are, as the transaction says: a person, some establishments, some organisations. */
const PERSON = (column: string) => `${column} = ${setting('person_id')}::uuid`
const ESTABLISHMENTS = (column: string) => `${column} = any(${list('establishment_id', 'uuid')})`
const ORGANISATIONS = (column: string) => `${column} = any(${list('organisation_id', 'uuid')})`

interface Owners {
  /** The column that names the person whose rows they are. */
  person?: string
  establishment?: string
  organisation?: string
}

/**
 * The wall of people outside, put on a table by its migration: row-level security enabled and
 * forced, one policy for each whose rows they are, the grants. No sub-select: Citus refuses it.
 */
export function outsideTableSql(table: string, { person, establishment, organisation }: Owners) {
  const owners = [
    person && ['own_person', PERSON(person)],
    establishment && ['own_establishment', ESTABLISHMENTS(establishment)],
    organisation && ['own_organisation', ORGANISATIONS(organisation)],
  ].filter(Boolean) as [string, string][]
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    ${owners
      .map(
        ([name, holds]) =>
          `create policy ${name} on ${table} to halle_app using (${holds}) with check (${holds});`
      )
      .join('\n')}
    grant select, insert, update, delete on ${table} to halle_app;`
}

/** Whoever holds what `column` holds reads that row, and no other: an identifier, a code, a number. */
export const heldByWhoKnows = (table: string, policy: string, column: string, name: string) => `
    create policy ${policy} on ${table} for select to halle_app using (${column} = ${setting(name)});`

/** The same of a row that bears one of several keys. */
export const heldByWhoKnowsOne = (table: string, policy: string, column: string, name: string) => `
    create policy ${policy} on ${table} for select to halle_app
      using (${column} && ${list(name, 'text')});`

/** A tenant's table whose rows a person reads too: where she is known. */
export const readByPerson = (table: string, column: string) => `
    create policy own_person on ${table} for select to halle_app using (${PERSON(column)});`
