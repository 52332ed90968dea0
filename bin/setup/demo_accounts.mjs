/** The people of the demonstration and where to meet them, read from `tenants/demo`. */
import fs from 'node:fs'
import path from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { members, dataDirOf } from './demo_members.mjs'

/** Of every certificate made by simulators/pki. */
const P12_PASSWORD = 'demonstration'

/** Of every account. */
const PASSWORD = 'demonstration-halle'

/** The code that an application would show now (RFC 6238). */
const codeOf = (secret) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** The address of the last start, else the one that the next would have. */
function addressOf(env) {
  if (env.APP_URL) return env.APP_URL
  const kept = path.join(dataDirOf(env), 'address')
  return fs.existsSync(kept)
    ? fs.readFileSync(kept, 'utf8').trim()
    : `http://127.0.0.1:${env.PORT ?? 3333}`
}

/** One line per person and place: the same person may work in several. */
function accountsOf(address) {
  return members.flatMap(({ slug, name: tenantName, people = [] }) =>
    people.map(({ name, title, email, password, totpSecret, roles, operator }) => ({
      name,
      title,
      email,
      password,
      totpSecret: totpSecret ?? null,
      tenant: slug,
      tenantName,
      roles,
      operator: operator ?? false,
      home: operator ? `${address}/exploitation` : `${address}/c/${slug}`,
    }))
  )
}

function certificatesOf(env) {
  const folder = path.join(env.SIMULATORS_DIR ?? path.join(dataDirOf(env), 'simulators'), 'pki')
  const bearing = (wanted, file) =>
    members.flatMap(({ slug, people = [] }) =>
      people
        .filter(({ title }) => wanted.test(title))
        .map(({ name }) => ({
          person: name,
          tenant: slug,
          p12: path.join(folder, `${file}-${slug}.p12`),
        }))
    )
  // Mayors first: whoever takes the first certificate of a place takes the one that signs there.
  const signers = [
    ...bearing(/^(Maire|Président|Présidente)$/, 'maire'),
    ...bearing(/^Secrétaire générale?$/, 'secretariat'),
  ]
  return signers.map((one) => ({ ...one, password: P12_PASSWORD, made: fs.existsSync(one.p12) }))
}

/** Who is no agent, and the organisations that they manage: the file that fills the demonstration. */
function outsidersOf() {
  const file = path.join(import.meta.dirname, '..', '..', 'tenants/demo/people/outsiders.json')
  const { persons, citizens, organisations } = JSON.parse(fs.readFileSync(file, 'utf8'))
  const own = persons.map(({ login, name }) => ({
    ...{ login, name, provider: 'halle' },
    password: PASSWORD,
  }))
  const provided = citizens.map((one) => ({ ...one, provider: 'franceconnect' }))
  return { persons: [...own, ...provided], organisations }
}

/** Who holds a key of the plis of a member, as the offline program reads it (FORMAT §1). */
function holdersOf() {
  const file = path.join(import.meta.dirname, '..', '..', 'tenants/demo/people/holders.json')
  const { holders } = JSON.parse(fs.readFileSync(file, 'utf8'))
  return holders.map(({ tenant, email, privateKey }, index) => {
    const holder = `h${index + 1}`
    return { tenant, email, key: { format: 'halle-porteur/1', holder, privateKey } }
  })
}

/** By what address each kind of program comes in. */
const DOORS = {
  webdav: ({ tenant }) => `/dav/${tenant}/`,
  cmis: ({ tenant }) => `/cmis/browser/${tenant}`,
  rest: () => '/api/v1/',
}

/** What programs come in with; none before the first start has made it. */
function tokensOf(env, address) {
  const file = path.join(dataDirOf(env), 'demo-tokens.json')
  if (!fs.existsSync(file)) return []
  const tokens = JSON.parse(fs.readFileSync(file, 'utf8'))
  return tokens.map((one) => ({ ...one, url: `${address}${DOORS[one.kind](one)}` }))
}

/** Everything that a program needs to use the demonstration; starts nothing. */
export function demoAccounts(env) {
  const address = addressOf(env)
  return {
    address,
    mailbox: env.MAILBOX_URL ?? mailboxOf(env),
    accounts: accountsOf(address),
    certificates: certificatesOf(env),
    tokens: tokensOf(env, address),
    holders: holdersOf(),
    ...outsidersOf(),
  }
}

function mailboxOf(env) {
  const ports = path.join(dataDirOf(env), 'ports.json')
  const port = fs.existsSync(ports) ? JSON.parse(fs.readFileSync(ports, 'utf8')).webmail : null
  return port ? `http://127.0.0.1:${port}/` : null
}

/** The three people and the place that an acte of the demonstration travels through. */
export function readDemo(env) {
  const { accounts, certificates } = demoAccounts(env)
  const place = 'kervalan'
  const bearing = (wanted) => {
    const { email, password } = accounts.find(
      ({ tenant, title }) => tenant === place && wanted.test(title)
    )
    return { email, password }
  }
  const { p12, password: p12Password } = certificates.find(({ tenant }) => tenant === place)
  return {
    place,
    agent: bearing(/^Agent/),
    secretary: bearing(/^Secrétaire/),
    mayor: { ...bearing(/^Maire$/), p12, p12Password },
  }
}

/** What `npm start` prints once the pages are served. */
export function readDemoAccounts(env) {
  const { accounts, address, certificates, mailbox, persons } = demoAccounts(env)
  const width = Math.max(...accounts.map(({ email }) => email.length))
  const lines = ['', 'Comptes de démonstration (mot de passe de tous : demonstration-halle)']
  for (const { slug, name } of members) {
    lines.push('', `  ${name}`)
    for (const account of accounts.filter(({ tenant }) => tenant === slug)) {
      lines.push(`    ${account.email.padEnd(width)}  ${account.name}, ${account.title}`)
      if (account.totpSecret)
        lines.push(
          `    ${' '.repeat(width)}  puis un code : ${codeOf(account.totpSecret)} en ce moment ; clé ${account.totpSecret}`
        )
    }
  }
  lines.push('', `  Usagers (${address}/moi)`)
  for (const { login, name, provider } of persons)
    lines.push(
      `    ${login.padEnd(width)}  ${name}${provider === 'halle' ? '' : ', par FranceConnect'}`
    )
  lines.push('', `Certificats pour signer (mot de passe : ${P12_PASSWORD})`)
  for (const { person, p12 } of certificates) lines.push(`    ${person} : ${p12}`)
  if (mailbox) lines.push('', `Courriels envoyés par la démonstration : ${mailbox}`)
  return lines
}
