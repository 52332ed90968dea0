interface DemoAccount {
  name: string
  title: string
  email: string
  password?: string
  /** The key of the codes that are asked for after the password (base32), or null. */
  totpSecret: string | null
  tenant: string
  tenantName: string
  roles: string[]
  operator: boolean
  home: string
}

/** Somebody who is no agent: hers is the page /moi, by what `provider` says. */
interface DemoPerson {
  /** The number of her account here, or what she is called at the provider. */
  login: string
  name: string
  provider: 'halle' | 'franceconnect'
  /** Absent where the provider asks for it. */
  password?: string
}

interface DemoOrganisation {
  siret?: string
  rna?: string
  name: string
  /** The logins of those who manage it. */
  managers: string[]
}

interface DemoHolder {
  tenant: string
  email: string
  key: { format: string; holder: string; privateKey: string }
}

interface DemoAccounts {
  address: string
  mailbox: string | null
  accounts: DemoAccount[]
  certificates: { person: string; tenant: string; p12: string; password: string; made: boolean }[]
  /** What programs come in with. */
  tokens: { kind: 'webdav' | 'rest'; tenant: string; url: string; user: string; password: string }[]
  /** The keys of those who open plis, as the offline program reads them. */
  holders: DemoHolder[]
  persons: DemoPerson[]
  organisations: DemoOrganisation[]
}

export function demoAccounts(env: NodeJS.ProcessEnv): DemoAccounts
export function readDemoAccounts(env: NodeJS.ProcessEnv): string[]
export function dataDirOf(env: NodeJS.ProcessEnv): string

interface Traveller {
  email: string
  password: string
}

export function readDemo(env: NodeJS.ProcessEnv): {
  place: string
  agent: Traveller
  secretary: Traveller
  mayor: Traveller & { p12: string; p12Password: string }
}
