export function sleep(ms: number): Promise<void>
export function freePort(wanted?: number): Promise<number>
export function runToEnd(
  command: string,
  args: string[],
  env?: NodeJS.ProcessEnv,
  stdio?: import('node:child_process').StdioOptions
): void
