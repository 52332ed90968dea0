export interface Platform {
  env: NodeJS.ProcessEnv & { APP_URL: string; DATABASE_URL: string; MINISTRY_URL: string }
  dataDir: string
  stop(): Promise<void>
  /** The process of « web », « travailleur » or « simulateurs »; when it runs in the background. */
  pidOf(name: string): number | undefined
  postgresPid(): number | undefined
}

/** Returns once the demonstration is made, and before any page is served. */
export function preparePlatform(options?: { built?: boolean }): Promise<Pick<Platform, 'stop'>>

export function startPlatform(options?: {
  built?: boolean
  quiet?: boolean
  foreground?: boolean
}): Promise<Platform>
