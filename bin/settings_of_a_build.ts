/** A place where nobody listens: what builds asks nothing of it. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/none'

/** Commands that make files out of files: no setting of a deployment changes what they make. */
export const WITHOUT_SETTINGS = ['build', 'codegen']

/** Stands where a real deployment has its settings; protects nothing and opens nothing. */
const PLACEHOLDERS = {
  NODE_ENV: 'development',
  PORT: '1',
  APP_URL: 'http://127.0.0.1:1',
  APP_KEY: 'a-build-protects-nothing-whatever',
  DATA_DIR: 'tmp/build',
  DATABASE_URL: NOWHERE,
  DATABASE_APP_URL: NOWHERE,
  DATABASE_SYSTEM_URL: NOWHERE,
  SMTP_URL: 'smtp://127.0.0.1:1',
  TSA_URL: 'http://127.0.0.1:1/',
  TRUST_ANCHORS_FILE: 'none',
  SEAL_KEY_FILE: 'none',
  MINISTRY_URL: 'https://127.0.0.1:1/',
}

/** Lets a machine that has no setting build what others will run; a setting that is there stays. */
export function standInForSettings(env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(PLACEHOLDERS)) env[name] ??= value
}
