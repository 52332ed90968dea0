import env from '#start/env'

const memoryBytes = env.get('READING_MEMORY_MB', 512) * 1024 * 1024
const mostMs = env.get('READING_SECONDS', 30) * 1000

/** What the reading of a stranger's file may use, by who asks for it. */
export const readingConfig = {
  /** Anybody: one file at a time and a process, for a few seconds. */
  visitor: {
    memoryBytes,
    baseMs: Math.min(mostMs, 6_000),
    msPerMegabyte: 200,
    mostMs: Math.min(mostMs, 12_000),
    threads: 1,
    waiting: 3,
    patienceMs: 15_000,
    idleMs: 30_000,
  },
  /** The agents of a collectivite, and the jobs. */
  house: {
    memoryBytes,
    baseMs: Math.min(mostMs, 20_000),
    msPerMegabyte: 500,
    mostMs,
    threads: 2,
    waiting: 30,
    patienceMs: 60_000,
    idleMs: 60_000,
  },
  /** Whole packages of archives, gigabytes whose every byte is digested. */
  archive: {
    memoryBytes,
    baseMs: 20_000,
    msPerMegabyte: 250,
    mostMs: 1_200_000,
    threads: 1,
    waiting: 10,
    patienceMs: 600_000,
    idleMs: 10_000,
  },
  /** What a visitor may have verified, in bytes; an agent who is signed in: `memberBytes`. */
  visitorBytes: env.get('VERIFICATION_VISITOR_MB', 25) * 1_000_000,
  memberBytes: env.get('VERIFICATION_MEMBER_MB', 60) * 1_000_000,
}
