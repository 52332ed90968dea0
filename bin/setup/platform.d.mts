export interface Platform {
  env: Record<string, string>
  dataDir: string
  stop(): Promise<void>
  /** The process that plays `web`, `travailleur` or `simulateurs` now. */
  pidOf(name: string): number | undefined
  postgresPid(): number | undefined
}

export function startPlatform(options?: {
  /** From the production build, or from the sources. */
  built?: boolean
  quiet?: boolean
  /** Keeps the parent until Ctrl-C. */
  foreground?: boolean
}): Promise<Platform>
