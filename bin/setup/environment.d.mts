export interface Prepared {
  env: NodeJS.ProcessEnv
  /** The embedded server, when no DATABASE_URL names another. */
  postgres: { url: string; port?: number; stop(): Promise<void> } | null
  dataDir: string
  ports: Record<string, number>
}

export function prepareEnvironment(mode: 'start' | 'dev' | 'test'): Promise<Prepared>
