export interface Platform {
  env: NodeJS.ProcessEnv & { APP_URL: string }
  dataDir: string
  stop(): Promise<void>
  /** Only when it does not run in the foreground. */
  pidOf?(name: string): number | undefined
  postgresPid?(): number | undefined
}

export function startPlatform(options?: {
  built?: boolean
  quiet?: boolean
  foreground?: boolean
}): Promise<Platform>
