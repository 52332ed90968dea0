export function ensureBuild(env: NodeJS.ProcessEnv): boolean
export function ensureAssets(env: NodeJS.ProcessEnv): void
