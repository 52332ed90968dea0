import { createHash } from 'node:crypto'
import { masterOf, environmentFor } from '../support/database.js'
import { benchKeys } from './keys.js'
import type { Trousseau } from '#lib/sealing'

const BUYERS = 200
export const OPEN_TENDER = '01990009-0000-7000-8000-000000000001'
const BUYER = '01990001-0000-7000-8000-000000000000'

/** Where the bare server writes that something has come. */
const BARE = `
  create table if not exists public.bare_receipts (digest text not null, received_at timestamptz not null);
  truncate public.bare_receipts;
  grant insert on public.bare_receipts to halle_system;`

/** What the bench answers to: one open tender, and a token for each who answers. */
export interface Tenders {
  trousseau: Trousseau
  tokens: string[]
}

/** The token of one who answers. */
const tokenOf = (count: number) =>
  `halleoe_${createHash('sha256').update(`banc ${count}`).digest('base64url')}`
const digestOf = (token: string) => createHash('sha256').update(token).digest('hex')

const uuid = (kind: string, n: string) =>
  `('0199${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const COLUMNS = `tenant_id, id, reference, title, description, nature, cpv, place_code, duration_months,
  ccag, price_form, price_type, criteria, threshold, deadline, zone, state, trousseau, fingerprint, published_at`

const MEMBERS = `
  insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code, public_since)
    select ${uuid('0001', 'n')}, 'membre-' || n, lpad(n::text, 9, '0'), 'Commune de Membre ' || n, 'commune', '035', '1', '31', now()
    from generate_series(0, ${BUYERS - 1}) n on conflict do nothing;`

const consultations = (count: number) => `
  set synchronous_commit = off;
  insert into procurement.consultations (${COLUMNS})
    select ${uuid('0001', `n % ${BUYERS}`)}, ${uuid('0008', 'n')}, 'B' || n, 'Entretien de la voirie communale, secteur ' || n,
      'Reprise des enrobés et des accotements.', (array['travaux','services','fournitures'])[1 + n % 3],
      (array['45233140','79000000','30192000'])[1 + n % 3], (22 + (n % 4) * 7 + (n % 2) * 7)::text || '000', 12,
      'Travaux', 'Forfaitaire', 'Définitif ferme', '[]', 2, now() + interval '20 days', 'Europe/Paris', 'online', '{}', 'banc', now()
    from generate_series(0, ${count - 1}) n on conflict do nothing;
  analyze;`

const people = (count: number) => `
  insert into kernel.organisations (id, kind, name, siren, standing, source)
    select ${uuid('0011', 'n')}, 'company', 'Entreprise ' || n, lpad((500000000 + n)::text, 9, '0'), 'active', 'banc' from generate_series(0, ${count - 1}) n on conflict do nothing;
  insert into kernel.establishments (id, organisation_id, siret, name, standing, source)
    select ${uuid('0012', 'n')}, ${uuid('0011', 'n')}, lpad((500000000 + n)::text, 9, '0') || '00012', 'Entreprise ' || n, 'active', 'banc' from generate_series(0, ${count - 1}) n on conflict do nothing;
  insert into kernel.persons (id, birth_name, given_names)
    select ${uuid('0013', 'n')}, 'Banc' || n, '{Anne}' from generate_series(0, ${count - 1}) n on conflict do nothing;
  insert into kernel.attachments (id, person_id, establishment_id, role, state, person_name, establishment_name)
    select ${uuid('0014', 'n')}, ${uuid('0013', 'n')}, ${uuid('0012', 'n')}, 'manager', 'held', 'Anne Banc', 'Entreprise ' || n from generate_series(0, ${count - 1}) n on conflict do nothing;`

/** Makes sure of the tenders, kept from one run to the next, and of an open one with new keys. */
export async function ensureTenders(
  database: string,
  size: { consultations: number; people: number }
): Promise<Tenders> {
  const client = masterOf(environmentFor(database))
  await client.connect()
  try {
    await client.query(MEMBERS)
    await client.query(BARE)
    await client.query(consultations(size.consultations))
    await client.query(people(size.people))
    const tokens = Array.from({ length: size.people }, (_, n) => tokenOf(n))
    await client.query('delete from kernel.person_tokens')
    for (const [n, token] of tokens.entries())
      await client.query(
        `insert into kernel.person_tokens (id, person_id, establishment_id, name, digest, created_at, expires_at)
         select ${uuid('0015', '$1::int')}, ${uuid('0013', '$1::int')}, ${uuid('0012', '$1::int')}, 'banc', $2, now(), now() + interval '1 day'`,
        [n, digestOf(token)]
      )
    const { bytes, trousseau } = await benchKeys(OPEN_TENDER)
    await client.query('delete from procurement.pli_pieces')
    await client.query('delete from procurement.plis')
    await client.query('delete from procurement.consultations where id = $1', [OPEN_TENDER])
    await client.query(
      `insert into procurement.consultations (${COLUMNS}) values ($1, $2, 'OUVERTE', 'Cour de l’école', 'Enrobés.', 'travaux',
       '45233140', '35000', 6, 'Travaux', 'Forfaitaire', 'Définitif ferme', '[]', 2, now() + interval '1 day', 'Europe/Paris', 'online', $3, $4, now())`,
      [BUYER, OPEN_TENDER, new TextDecoder().decode(bytes), trousseau.fingerprint]
    )
    return { trousseau, tokens }
  } finally {
    await client.end()
  }
}
