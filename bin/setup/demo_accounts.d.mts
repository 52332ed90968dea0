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

interface DemoAccounts {
  address: string
  mailbox: string | null
  accounts: DemoAccount[]
  certificates: { person: string; tenant: string; p12: string; password: string; made: boolean }[]
  tokens: string[]
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
