import type { ChildProcess } from 'node:child_process'

export interface EmbeddedPostgres {
  url: string
  joined: boolean
  child?: ChildProcess
  port?: number
  stop(): Promise<void>
}

export const MOST_WEB_PROCESSES: number

export function prepareEnvironment(
  mode: 'start' | 'dev' | 'test',
  options?: { opens?: boolean }
): Promise<{
  env: Record<string, string>
  postgres: EmbeddedPostgres | null
  dataDir: string
  ports: Record<string, number>
}>
