import { createHash } from 'node:crypto'
import pg from 'pg'
import { buildTrousseau, fromBase64url, parseTrousseau, type Trousseau } from '#lib/sealing'
import { uuidv7 } from '#lib/values'

/** A company of the storm, by the token that its program presents. */
export interface StormCompany {
  siret: string
  token: string
}

const SIRENS_FROM = 700_000_000
/** The twelve digits of a number, as the end of an identifier. */
const uuid = (kind: string, rank: number) =>
  `0199${kind}-0000-7000-8000-${rank.toString(16).padStart(12, '0')}`

/** Puts what a storm needs in the base of the demonstration, and reads there what came of it; as its owner. */
export function depositBase(connectionString: string) {
  const ask = async (query: string, values: unknown[] = []): Promise<any[]> => {
    const client = new pg.Client({ connectionString })
    await client.connect()
    try {
      return (await client.query(query, values)).rows
    } finally {
      await client.end()
    }
  }
  return {
    /** A consultation of that member that is online, under the keys of its holders. */
    async consultation(slug: string): Promise<{ id: string; trousseau: Trousseau }> {
      const [{ id: tenant }] = await ask('select id from kernel.tenants where slug = $1', [slug])
      const holders = await ask(
        'select handle, public_key from procurement.holders where tenant_id = $1 order by handle',
        [tenant]
      )
      const id = uuidv7()
      const bytes = await buildTrousseau({
        tender: id,
        envelopes: ['candidature', 'offre-1'],
        threshold: 2,
        holders: holders.map((one) => ({
          id: one.handle,
          publicKey: fromBase64url(one.public_key)!,
        })),
      })
      const trousseau = await parseTrousseau(bytes)
      await ask(CONSULTATION, [tenant, id, new TextDecoder().decode(bytes), trousseau.fingerprint])
      return { id, trousseau }
    },
    /** So many companies, each with a person whose program answers for it. */
    async companies(count: number): Promise<StormCompany[]> {
      const companies = []
      for (let rank = 0; rank < count; rank++) {
        const siren = String(SIRENS_FROM + rank)
        const siret = `${siren}00012`
        const token = `halleoe_${createHash('sha256').update(`orage ${rank}`).digest('base64url')}`
        const digest = createHash('sha256').update(token).digest('hex')
        const ids = ['0021', '0022', '0023', '0024', '0025'].map((kind) => uuid(kind, rank))
        await ask(COMPANY, [...ids, siren, siret, `Entreprise ${rank}`, digest])
        companies.push({ siret, token })
      }
      return companies
    },
    /** The hour has come: nobody waits a day for it. */
    async comesTheHour(id: string): Promise<void> {
      await ask(`update procurement.consultations set deadline = now() where id = $1`, [id])
    },
    /** How many plis of a consultation are in each state. */
    async states(id: string): Promise<Record<string, number>> {
      const rows = await ask(
        'select state, count(*)::int from procurement.plis where consultation_id = $1 group by 1',
        [id]
      )
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    },
    /** How many that were received bear no token of an authority yet. */
    async undated(id: string): Promise<number> {
      const [{ count }] = await ask(
        `select count(*)::int from procurement.plis
         where consultation_id = $1 and received_at is not null and token is null`,
        [id]
      )
      return count
    },
  }
}

const CONSULTATION = `
  insert into procurement.consultations (tenant_id, id, reference, title, description, nature, cpv,
    place_code, duration_months, ccag, price_form, price_type, criteria, threshold, deadline, zone,
    state, trousseau, fingerprint, published_at)
  values ($1, $2::uuid, right($2::text, 12), 'Cour de l’école', 'Enrobés.', 'travaux', '45233140', '35120', 6,
    'Travaux', 'Forfaitaire', 'Définitif ferme', '[]', 2, now() + interval '1 day', 'Europe/Paris',
    'online', $3, $4, now())`

const COMPANY = `
  with organisation as (
    insert into kernel.organisations (id, kind, name, siren, standing, source)
    values ($1, 'company', $8, $6, 'active', 'orage')),
  establishment as (
    insert into kernel.establishments (id, organisation_id, siret, name, standing, source)
    values ($2, $1, $7, $8, 'active', 'orage')),
  person as (
    insert into kernel.persons (id, birth_name, given_names) values ($3, $8, '{Anne}')),
  attachment as (
    insert into kernel.attachments
      (id, person_id, establishment_id, role, state, person_name, establishment_name)
    values ($4, $3, $2, 'manager', 'held', 'Anne', $8))
  insert into kernel.person_tokens
    (id, person_id, establishment_id, name, digest, created_at, expires_at)
  values ($5, $3, $2, 'orage', $9, now(), now() + interval '1 day')`
